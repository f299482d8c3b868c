package kz.duken.cart;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Throws carts away that nobody has changed for long. It runs in every instance; a cart
 * that is being changed is left alone.
 */
@Component
class CartExpiry {

	private static final Logger log = LoggerFactory.getLogger(CartExpiry.class);

	private static final int BATCH = 50;

	private final CartRepository carts;

	private final CartProperties properties;

	CartExpiry(CartRepository carts, CartProperties properties) {
		this.carts = carts;
		this.properties = properties;
	}

	@Scheduled(fixedDelayString = "${duken.cart.sweep}")
	void sweep() {
		try {
			int removed;
			do {
				removed = this.carts.removeUnchangedFor(this.properties.expiresAfter().toSeconds(), BATCH);
			}
			while (removed == BATCH);
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("Old carts wait to be thrown away: {}", ex.getMessage());
		}
	}

}
