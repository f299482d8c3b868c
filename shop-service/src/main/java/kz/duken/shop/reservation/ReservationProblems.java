package kz.duken.shop.reservation;

import kz.duken.commons.problem.Problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class ReservationProblems {

	@ExceptionHandler
	ProblemDetail handle(NothingHeld ex) {
		return Problem.of(HttpStatus.CONFLICT, "nothing-reserved",
				"The order holds no stock, so there is nothing to commit; it must end as rejected.");
	}

	@ExceptionHandler
	ProblemDetail handle(ReservationDiffers ex) {
		return Problem.of(HttpStatus.CONFLICT, "reservation-differs",
				"This order has reserved before, other lines or at other prices; ask with those.");
	}

	@ExceptionHandler
	ProblemDetail handle(AlreadyCommitted ex) {
		return Problem.of(HttpStatus.CONFLICT, "reservation-committed",
				"The order's stock is sold; give it back shop by shop as a restock.");
	}

	@ExceptionHandler
	ProblemDetail handle(NothingSold ex) {
		return Problem.of(HttpStatus.CONFLICT, "nothing-sold",
				"This shop has sold nothing to this order, so there is nothing to give back.");
	}

}
