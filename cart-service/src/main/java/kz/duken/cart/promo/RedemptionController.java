package kz.duken.cart.promo;

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
@RequestMapping(path = "/internal/redemptions/{orderId}", produces = MediaType.APPLICATION_JSON_VALUE)
class RedemptionController {

	private final PromoCodes codes;

	RedemptionController(PromoCodes codes) {
		this.codes = codes;
	}

	@PutMapping
	RedemptionAnswer redeem(@PathVariable UUID orderId, @Valid @RequestBody RedemptionRequest request) {
		return this.codes.redeem(orderId, request);
	}

	@PutMapping("/release")
	RedemptionAnswer release(@PathVariable UUID orderId) {
		this.codes.release(orderId);
		return new RedemptionAnswer(Redemption.Outcome.RELEASED, null);
	}

}
