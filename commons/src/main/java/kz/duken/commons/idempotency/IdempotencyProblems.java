package kz.duken.commons.idempotency;

import kz.duken.commons.problem.Problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class IdempotencyProblems {

	@ExceptionHandler
	ProblemDetail handle(IdempotencyKeyMissing ex) {
		return Problem.of(HttpStatus.BAD_REQUEST, "idempotency-key-missing", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail handle(IdempotencyKeyInvalid ex) {
		return Problem.of(HttpStatus.BAD_REQUEST, "idempotency-key-invalid", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail handle(IdempotencyKeyReused ex) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", String.valueOf(ex.getMessage()));
	}

}
