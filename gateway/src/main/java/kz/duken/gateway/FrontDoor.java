package kz.duken.gateway;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only plain requests in. A path that two servers might read differently (dots,
 * double or encoded slashes, parameters, encoded percent signs or control characters) is
 * no path of this store, and pages of other origins are not served: without CORS, a
 * browser does not let them in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class FrontDoor extends OncePerRequestFilter {

	static final String TRACE_ID = FrontDoor.class.getName() + ".traceId";

	private static final Pattern AMBIGUOUS = Pattern.compile("//|[;\\\\]|/\\.{1,2}(?:/|$)|%(?:[01].|2[5ef]|3b|5c|7f)",
			Pattern.CASE_INSENSITIVE);

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		// errors are told after the trace has ended
		request.setAttribute(TRACE_ID, MDC.get("traceId"));
		String path = request.getRequestURI();
		SecurityHeaders.add(path, response);
		if (!path.startsWith("/") || AMBIGUOUS.matcher(path).find()) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		}
		else if (CorsUtils.isPreFlightRequest(request)) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
		else {
			chain.doFilter(request, response);
		}
	}

}
