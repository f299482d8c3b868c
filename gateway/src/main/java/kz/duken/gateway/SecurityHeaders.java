package kz.duken.gateway;

import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/** What every answer tells a browser not to do. */
final class SecurityHeaders {

	static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

	/** Documents show nothing and run nothing. */
	static final String FOR_DATA = "default-src 'none'; frame-ancestors 'none'";

	private static final String FOR_IMAGES = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

	private static final String FOR_PAGES = "default-src 'self'; object-src 'none'; base-uri 'none'; "
			+ "form-action 'self'; frame-ancestors 'none'";

	/** The page's own code sets styles and draws its icons from data. */
	private static final String FOR_API_PAGE = "default-src 'self'; img-src 'self' data:; "
			+ "style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

	private static final String NOSNIFF = "X-Content-Type-Options";

	private static final String FRAMES = "X-Frame-Options";

	private static final String REFERRER = "Referrer-Policy";

	/** Those that the gateway alone sets. */
	static final Set<String> ALWAYS = Set.of(NOSNIFF, FRAMES, REFERRER);

	private SecurityHeaders() {
	}

	/** Adds those that go with the path; what services answer is completed later. */
	static void add(String path, HttpServletResponse response) {
		response.setHeader(NOSNIFF, "nosniff");
		response.setHeader(FRAMES, "DENY");
		response.setHeader(REFERRER, "no-referrer");
		if (!isAnsweredByService(path)) {
			response.setHeader(CONTENT_SECURITY_POLICY, forFile(path));
		}
	}

	private static boolean isAnsweredByService(String path) {
		return path.startsWith("/api/") || path.startsWith("/.well-known/") || path.startsWith("/v3/api-docs/");
	}

	private static String forFile(String path) {
		return path.startsWith("/images/") ? FOR_IMAGES : path.equals("/swagger-ui.html") ? FOR_API_PAGE : FOR_PAGES;
	}

	/** Replaces those of the path by those of a problem document. */
	static void addToProblem(HttpServletResponse response) {
		add("", response);
		response.setHeader(CONTENT_SECURITY_POLICY, FOR_DATA);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
	}

}
