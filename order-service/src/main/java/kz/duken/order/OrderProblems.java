package kz.duken.order;

import kz.duken.commons.idempotency.IdempotencyKey;
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
class OrderProblems {

	@ExceptionHandler
	ProblemDetail handle(CheckoutInProgress ex) {
		return Problem.of(HttpStatus.CONFLICT, "checkout-in-progress",
				"Another order of yours is being checked out; wait for its end, then order again.");
	}

	@ExceptionHandler
	ProblemDetail handle(CartEmpty ex) {
		return Problem.of(HttpStatus.CONFLICT, "cart-empty", "There is nothing in the cart; put something in first.");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(OrderRejected ex) {
		Rejection rejection = ex.rejection();
		HttpHeaders headers = new HttpHeaders();
		if (ex.replayed()) {
			headers.set(IdempotencyKey.REPLAYED_HEADER, "true");
		}
		return ResponseEntity.status(rejection.reason().status())
			.headers(headers)
			.body(Problem.of(rejection.reason().status(), rejection.reason().slug(), rejection.detail(),
					rejection.properties()));
	}

	@ExceptionHandler
	ProblemDetail handle(ShipmentOutOfTurn ex) {
		return Problem.of(HttpStatus.CONFLICT, "shipment-state", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail handle(OrderNotCancellable ex) {
		return Problem.of(HttpStatus.CONFLICT, "order-not-cancellable", switch (ex.status()) {
			case PENDING -> "The order is still being checked out; wait for its end, then cancel it.";
			case REJECTED -> "The order was rejected: there is nothing to cancel.";
			case CONFIRMED, SHIPPED, DELIVERED, CANCELLED -> "A shop has already shipped its part of the order.";
		});
	}

}
