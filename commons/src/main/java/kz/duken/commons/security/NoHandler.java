package kz.duken.commons.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * A request that no controller takes. It may pass, so that it is told as the 404 or 405
 * that it is, or is answered by Spring which methods there are, while a controller that
 * no rule names stays closed.
 */
class NoHandler implements RequestMatcher {

	private final RequestMappingHandlerMapping handlers;

	NoHandler(RequestMappingHandlerMapping handlers) {
		this.handlers = handlers;
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		boolean parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
		try {
			if (!parsed) {
				ServletRequestPathUtils.parseAndCache(request);
			}
			return isNoController(this.handlers.getHandler(request));
		}
		catch (HttpRequestMethodNotSupportedException ex) {
			return true;
		}
		catch (HttpMediaTypeException ex) {
			return false;
		}
		catch (Exception ex) {
			return false;
		}
		finally {
			if (!parsed) {
				ServletRequestPathUtils.clearParsedRequestPath(request);
			}
		}
	}

	private static boolean isNoController(@Nullable HandlerExecutionChain chain) {
		return chain == null || (chain.getHandler() instanceof HandlerMethod method
				&& !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Controller.class));
	}

}
