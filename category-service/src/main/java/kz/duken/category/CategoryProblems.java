package kz.duken.category;

import kz.duken.commons.problem.Problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class CategoryProblems {

	@ExceptionHandler
	ProblemDetail handle(SlugTaken ex) {
		return Problem.of(HttpStatus.CONFLICT, "slug-taken", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail handle(CategoryNotEmpty ex) {
		return Problem.of(HttpStatus.CONFLICT, "category-not-empty", String.valueOf(ex.getMessage()));
	}

}
