package kz.duken.commons.security;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * A request that no controller takes. It may pass, so that it is told as the 404 or 405
 * that it is, while a controller that no rule names stays closed.
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
			return this.handlers.getHandler(request) == null;
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

}
