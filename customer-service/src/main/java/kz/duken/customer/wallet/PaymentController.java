package kz.duken.customer.wallet;

import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For order-service. */
@RestController
@RequestMapping(path = "/internal", produces = MediaType.APPLICATION_JSON_VALUE)
class PaymentController {

	private final Payments payments;

	PaymentController(Payments payments) {
		this.payments = payments;
	}

	@PutMapping("/payments/{orderId}")
	PaymentResponse pay(@PathVariable UUID orderId, @Valid @RequestBody PaymentRequest request) {
		request.mustMakeSense();
		return PaymentResponse.of(this.payments.pay(orderId, request));
	}

	@PutMapping("/credits/{orderId}/{shopId}")
	CreditResponse credit(@PathVariable UUID orderId, @PathVariable UUID shopId,
			@Valid @RequestBody CreditRequest request) {
		this.payments.credit(orderId, shopId, request.gross());
		return new CreditResponse(CreditResponse.Outcome.CREDITED);
	}

	@PutMapping("/refunds/{orderId}/{shopId}")
	RefundResponse refund(@PathVariable UUID orderId, @PathVariable UUID shopId,
			@Valid @RequestBody RefundRequest request) {
		this.payments.refund(orderId, shopId, request.refund());
		return new RefundResponse(RefundResponse.Outcome.REFUNDED);
	}

}
