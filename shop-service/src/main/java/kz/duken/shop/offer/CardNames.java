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
 * Asks now and then what cards are called, those first whose names are oldest. Every
 * instance does, each for other cards; what could not be asked is asked when it is due
 * again.
 */
@Component
class CardNames {

	private static final Logger log = LoggerFactory.getLogger(CardNames.class);

	private final CardRepository cards;

	private final Products products;

	private final CardProperties properties;

	CardNames(CardRepository cards, Products products, CardProperties properties) {
		this.cards = cards;
		this.products = products;
		this.properties = properties;
	}

	/**
	 * Asks for as many as product-service names at once, so that a million cards cost no
	 * more than some thousands.
	 */
	@Scheduled(fixedDelayString = "${duken.cards.refresh-every}", initialDelayString = "${duken.cards.refresh-every}")
	void refresh() {
		try {
			rename(this.cards.takeDue(this.properties.freshFor().toSeconds(), Products.BATCH));
		}
		catch (Unavailable ex) {
			log.info("Cards keep their names as they are known: {}", ex.getMessage());
		}
	}

	private void rename(List<UUID> due) {
		if (due.isEmpty()) {
			return;
		}
		List<kz.duken.shop.product.Card> named = this.products.names(due);
		this.cards.rename(named.stream().map((card) -> card.id().toString()).toArray(String[]::new),
				named.stream().map(kz.duken.shop.product.Card::name).toArray(String[]::new));
	}

}
