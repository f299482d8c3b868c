package kz.duken.shop.offer;

import java.util.UUID;

import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Before a card is deleted, product-service asks for it here. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class CardRetirement {

	private final CardRepository cards;

	CardRetirement(CardRepository cards) {
		this.cards = cards;
	}

	@PutMapping("/internal/cards/{productId}/retire")
	@Transactional
	public Answer retire(@PathVariable UUID productId) {
		this.cards.retireUnseen(productId);
		this.cards.lock(productId);
		return new Answer((this.cards.retire(productId) == 1) ? Outcome.RETIRED : Outcome.HAS_OFFERS);
	}

	enum Outcome {

		RETIRED, HAS_OFFERS

	}

	record Answer(Outcome outcome) {
	}

}
