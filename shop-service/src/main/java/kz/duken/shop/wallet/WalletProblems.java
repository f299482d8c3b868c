package kz.duken.shop.wallet;

import java.util.Map;

import kz.duken.commons.problem.Problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class WalletProblems {

	@ExceptionHandler
	ProblemDetail handle(InsufficientFunds ex) {
		return Problem.of(HttpStatus.PAYMENT_REQUIRED, "insufficient-funds",
				"The shop's account holds " + ex.balance() + "; ask for that much or less.",
				Map.of("balance", ex.balance()));
	}

}
