package kz.duken.shop.offer;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.problem.Unavailable;
import kz.duken.shop.product.Products;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks now and then what cards are called. Every instance does, each for other cards;
 * what could not be asked is asked when it is due again.
 */
@Component
class CardNames {

	private static final Logger log = LoggerFactory.getLogger(CardNames.class);

	/** As many as product-service answers for at once. */
	private static final int BATCH = 100;

	private final CardRepository cards;

	private final Products products;

	private final CardProperties properties;

	CardNames(CardRepository cards, Products products, CardProperties properties) {
		this.cards = cards;
		this.products = products;
		this.properties = properties;
	}

	@Scheduled(fixedDelayString = "${duken.cards.refresh-every}", initialDelayString = "${duken.cards.refresh-every}")
	void refresh() {
		List<UUID> due = this.cards.takeDue(this.properties.freshFor().toSeconds(), BATCH);
		if (due.isEmpty()) {
			return;
		}
		try {
			this.products.names(due).forEach((card) -> this.cards.rename(card.id(), card.name()));
		}
		catch (Unavailable ex) {
			log.info("{} cards keep their names as they are known: {}", due.size(), ex.getMessage());
		}
	}

}
