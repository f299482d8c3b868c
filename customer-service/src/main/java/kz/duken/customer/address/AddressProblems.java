package kz.duken.customer.address;

import kz.duken.commons.problem.Problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class AddressProblems {

	@ExceptionHandler
	ProblemDetail handle(AddressLimit ex) {
		return Problem.of(HttpStatus.CONFLICT, "address-limit",
				"There are " + Addresses.LIMIT + " addresses already; delete or rewrite one.");
	}

}
