package kz.duken.gateway;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What a service has answered, passed on as it is. The conditions of the request, such as
 * {@code If-None-Match}, were the service's to judge; Spring would judge them again by
 * the answer's tag and make a 304 of a 200 whose tag says less than its body: an offer's
 * is its version, and the product's name may change without.
 */
record AsAnswered(ServerResponse answer) implements ServerResponse {

	@Override
	public HttpStatusCode statusCode() {
		return this.answer.statusCode();
	}

	@Override
	public HttpHeaders headers() {
		return this.answer.headers();
	}

	@Override
	public MultiValueMap<String, Cookie> cookies() {
		return this.answer.cookies();
	}

	@Override
	public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
			throws ServletException, IOException {
		return this.answer.writeTo(new Unconditional(request), response, context);
	}

	private static final class Unconditional extends HttpServletRequestWrapper {

		private static final Set<String> CONDITIONS = Set.of("if-match", "if-none-match", "if-modified-since",
				"if-unmodified-since");

		Unconditional(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getHeader(String name) {
			return isCondition(name) ? null : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
		}

		@Override
		public long getDateHeader(String name) {
			return isCondition(name) ? -1 : super.getDateHeader(name);
		}

		private static boolean isCondition(String name) {
			return CONDITIONS.contains(name.toLowerCase(Locale.ROOT));
		}

	}

}
