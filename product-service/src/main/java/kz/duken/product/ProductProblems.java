package kz.duken.product;

import kz.duken.commons.problem.Problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class ProductProblems {

	@ExceptionHandler
	ProblemDetail handle(ProductHasOffers ex) {
		return Problem.of(HttpStatus.CONFLICT, "product-has-offers",
				"Shops still offer this product; have them delete their offers, then delete it.");
	}

}
