package kz.duken.commons.page;

import kz.duken.commons.problem.ValidationFailed;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

class PageRequestResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == PageRequest.class;
	}

	@Override
	public PageRequest resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		String cursor = request.getParameter("cursor");
		return new PageRequest(size(request.getParameter("size")),
				(cursor == null || cursor.isEmpty()) ? null : Cursor.parse(cursor));
	}

	private static int size(@Nullable String text) {
		if (text == null) {
			return PageRequest.DEFAULT_SIZE;
		}
		try {
			int size = Integer.parseInt(text);
			if (size >= 1 && size <= PageRequest.MAX_SIZE) {
				return size;
			}
		}
		catch (NumberFormatException ex) {
			// told below
		}
		throw new ValidationFailed("/size", "must be a whole number from 1 to " + PageRequest.MAX_SIZE);
	}

}
