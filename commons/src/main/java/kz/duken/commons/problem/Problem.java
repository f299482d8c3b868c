package kz.duken.commons.problem;

import java.net.URI;
import java.util.Map;

import org.slf4j.MDC;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Makes the problem documents of this store: {@code type} is {@code /problems/<slug>}
 * (each has a row in {@code docs/problems.md}), {@code traceId} the trace that the logs
 * of all services name.
 */
public final class Problem {

	private Problem() {
	}

	/**
	 * A problem.
	 * @param slug stable, for programs, such as {@code out-of-stock}
	 * @param detail one line for people: what happened and what to do next
	 */
	public static ProblemDetail of(HttpStatus status, String slug, String detail) {
		return of(status, slug, detail, Map.of());
	}

	/** A problem with further properties, such as {@code available}. */
	public static ProblemDetail of(HttpStatus status, String slug, String detail, Map<String, ?> properties) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("/problems/" + slug));
		problem.setTitle(title(slug));
		properties.forEach(problem::setProperty);
		String traceId = MDC.get("traceId");
		if (traceId != null) {
			problem.setProperty("traceId", traceId);
		}
		return problem;
	}

	private static String title(String slug) {
		return Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ');
	}

}
