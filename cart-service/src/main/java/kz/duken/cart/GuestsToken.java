package kz.duken.cart;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** A guest who has a cart is told its token with problems too. */
@ControllerAdvice
class GuestsToken implements ResponseBodyAdvice<Object> {

	private final Carts carts;

	GuestsToken(Carts carts) {
		this.carts = carts;
	}

	@Override
	public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
		return true;
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter answer, MediaType type,
			Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (body instanceof ProblemDetail && request.getPrincipal() == null
				&& request.getURI().getPath().startsWith("/api/cart")) {
			Owner.guest(request.getHeaders().getFirst(CartController.TOKEN))
				.filter(this::hasCart)
				.ifPresent((guest) -> response.getHeaders().set(CartController.TOKEN, guest.token()));
		}
		return body;
	}

	private boolean hasCart(Owner guest) {
		try {
			return this.carts.exists(guest);
		}
		catch (DataAccessException | TransactionException ex) {
			// perhaps the very problem that is being told
			return false;
		}
	}

}
