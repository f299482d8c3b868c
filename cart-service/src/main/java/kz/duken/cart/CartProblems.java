package kz.duken.cart;

import java.util.Map;

import kz.duken.commons.problem.Problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class CartProblems {

	@ExceptionHandler
	ProblemDetail handle(MissingRequestHeaderException ex) {
		return Problem.of(HttpStatus.BAD_REQUEST, "malformed-request",
				"Send the header " + ex.getHeaderName() + " and the request again.");
	}

	@ExceptionHandler
	ProblemDetail handle(CartTokenMissing ex) {
		return Problem.of(HttpStatus.BAD_REQUEST, "malformed-request", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail handle(OutOfStock ex) {
		return Problem.of(HttpStatus.CONFLICT, "out-of-stock", String.valueOf(ex.getMessage()),
				Map.of("available", ex.available()));
	}

	@ExceptionHandler
	ProblemDetail handle(QuantityLimit ex) {
		return Problem.of(HttpStatus.CONFLICT, "quantity-limit", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail handle(CartFull ex) {
		return Problem.of(HttpStatus.CONFLICT, "cart-full", String.valueOf(ex.getMessage()));
	}

}
