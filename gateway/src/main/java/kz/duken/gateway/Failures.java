package kz.duken.gateway;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kz.duken.gateway.Instances.Crowded;
import kz.duken.gateway.Instances.Unavailable;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Which status a failure on the way gets. When a part of the answer is with the client
 * already, the connection is cut, so that nobody takes the part for the whole.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Failures implements HandlerExceptionResolver {

	private static final Logger log = LoggerFactory.getLogger(Failures.class);

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception failure) {
		int status = statusOf(failure);
		if (status == HttpServletResponse.SC_OK || response.isCommitted()) {
			return null;
		}
		if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
			log.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), failure.getMessage());
		}
		// headers of an answer that did not arrive whole
		response.reset();
		if (failure instanceof Crowded || failure.getCause() instanceof ConnectionRequestTimeoutException) {
			Problems.askToComeAgainLater(response);
		}
		try {
			response.sendError(status);
		}
		catch (IOException ex) {
			log.debug("Nobody is there to be told", ex);
		}
		return new ModelAndView();
	}

	private static int statusOf(Exception failure) {
		return switch (failure) {
			case LimitedBody.TooLarge _ -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
			// nobody is there any more
			case ClientAbortException _ -> HttpServletResponse.SC_OK;
			case LimitedBody.Unreadable _, BadRequestException _, InvalidParameterException _ ->
				HttpServletResponse.SC_BAD_REQUEST;
			case Crowded _, Unavailable _, IOException _ -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
			default -> HttpServletResponse.SC_OK;
		};
	}

}
