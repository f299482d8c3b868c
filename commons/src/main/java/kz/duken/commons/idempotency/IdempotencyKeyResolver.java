package kz.duken.commons.idempotency;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

class IdempotencyKeyResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == IdempotencyKey.class;
	}

	@Override
	public IdempotencyKey resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		String[] headers = request.getHeaderValues(IdempotencyKey.HEADER);
		if (headers == null || headers.length == 0) {
			throw new IdempotencyKeyMissing();
		}
		if (headers.length > 1) {
			throw new IdempotencyKeyInvalid();
		}
		return IdempotencyKey.parse(headers[0]);
	}

}
