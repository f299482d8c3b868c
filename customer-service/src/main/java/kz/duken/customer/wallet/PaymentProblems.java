package kz.duken.customer.wallet;

import kz.duken.commons.problem.Problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class PaymentProblems {

	@ExceptionHandler
	ProblemDetail handle(PaymentDiffers ex) {
		return Problem.of(HttpStatus.CONFLICT, "payment-differs",
				"This order has asked to be paid before, with other amounts; ask with those.");
	}

	@ExceptionHandler
	ProblemDetail handle(RefundDiffers ex) {
		return Problem.of(HttpStatus.CONFLICT, "refund-differs",
				"This part of the order has been refunded before, with other amounts; ask with those.");
	}

	@ExceptionHandler
	ProblemDetail handle(CreditRefused ex) {
		return Problem.of(HttpStatus.CONFLICT, "credit-refused",
				"The order holds no such amount for the shop; look at its payment, refunds and credits.");
	}

	@ExceptionHandler
	ProblemDetail handle(RefundNotCovered ex) {
		return Problem.of(HttpStatus.CONFLICT, "refund-not-covered",
				"The order has not paid as much as is to be given back; look at its payment.");
	}

}
