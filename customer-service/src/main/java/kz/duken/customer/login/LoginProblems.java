package kz.duken.customer.login;

import kz.duken.commons.problem.Problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class LoginProblems {

	@ExceptionHandler
	ProblemDetail handle(BadCredentials ex) {
		return Problem.of(HttpStatus.UNAUTHORIZED, "bad-credentials",
				"Username and password do not go together; look at both and try again.");
	}

	@ExceptionHandler
	ProblemDetail handle(InvalidRefreshToken ex) {
		return Problem.of(HttpStatus.UNAUTHORIZED, "invalid-refresh-token",
				"This refresh token is not good, or not any more; log in.");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(TooManyFailures ex) {
		return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
			.header(HttpHeaders.RETRY_AFTER, String.valueOf(ex.retryAfter().toSeconds()))
			.body(Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests",
					"Too many failed logins of this account; wait as Retry-After says."));
	}

}
