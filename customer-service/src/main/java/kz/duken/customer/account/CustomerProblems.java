package kz.duken.customer.account;

import kz.duken.commons.problem.Problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class CustomerProblems {

	@ExceptionHandler
	ProblemDetail handle(LastAdministrator ex) {
		return Problem.of(HttpStatus.CONFLICT, "last-administrator",
				"Nobody else runs the store, so this account stays as it is.");
	}

	@ExceptionHandler
	ProblemDetail handle(UsernameTaken ex) {
		return Problem.of(HttpStatus.CONFLICT, "username-taken", "Somebody has this username; take another.");
	}

}
