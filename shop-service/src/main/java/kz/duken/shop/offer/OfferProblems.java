package kz.duken.shop.offer;

import kz.duken.commons.problem.Problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class OfferProblems {

	@ExceptionHandler
	ProblemDetail handle(OfferExists ex) {
		return Problem.of(HttpStatus.CONFLICT, "offer-exists",
				"The shop offers this product already; change that offer instead.");
	}

	@ExceptionHandler
	ProblemDetail handle(SkuTaken ex) {
		return Problem.of(HttpStatus.CONFLICT, "sku-taken",
				"Another offer of the shop has this sku; give a different one or none.");
	}

	@ExceptionHandler
	ProblemDetail handle(ShopNotActive ex) {
		return Problem.of(HttpStatus.CONFLICT, "shop-not-active",
				"Only an active shop makes product cards; offer a product that has one, or wait for the approval.");
	}

	@ExceptionHandler
	ProblemDetail handle(OfferChanged ex) {
		return Problem.of(HttpStatus.PRECONDITION_FAILED, "precondition-failed",
				"The offer has changed since the version in If-Match; read it again and decide anew.");
	}

}
