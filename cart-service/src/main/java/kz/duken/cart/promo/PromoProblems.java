package kz.duken.cart.promo;

import java.util.Map;

import kz.duken.commons.problem.Problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class PromoProblems {

	@ExceptionHandler
	ProblemDetail handle(PromoCodeUnknown ex) {
		return Problem.of(HttpStatus.NOT_FOUND, "promo-code-unknown",
				"There is no such promo code; look at its letters.");
	}

	@ExceptionHandler
	ProblemDetail handle(PromoCodeTaken ex) {
		return Problem.of(HttpStatus.CONFLICT, "promo-code-taken", "There is such a promo code; choose another.");
	}

	@ExceptionHandler
	ProblemDetail handle(PromoCodeNotApplicable ex) {
		return Problem.of(HttpStatus.CONFLICT, "promo-code-not-applicable", String.valueOf(ex.getMessage()),
				Map.of("reason", ex.reason()));
	}

}
