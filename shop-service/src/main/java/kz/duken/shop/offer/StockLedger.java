package kz.duken.shop.offer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Stock that orders take and give back. Whoever touches several offers does so in the
 * order of their ids, so nobody waits in a circle. To be called within a transaction.
 */
@Component
public class StockLedger {

	private final OfferRepository offers;

	StockLedger(OfferRepository offers) {
		this.offers = offers;
	}

	/**
	 * The offers as they are now and stay until the transaction ends, by id; one that
	 * never was is absent.
	 */
	public List<StockedOffer> lock(Collection<OfferKey> keys) {
		return this.offers.lockAll(keys).stream().map(Offer::stocked).toList();
	}

	/**
	 * Takes stock for an order, if it is there, live and at that price.
	 * @throws ConcurrencyFailureException when it is not; nothing of the transaction may
	 * stay, and the order may ask again
	 */
	public void take(UUID orderId, UUID offerId, int quantity, Money price) {
		if (this.offers.take(orderId, offerId, quantity, price.amount()) != 1) {
			throw new ConcurrencyFailureException("Offer " + offerId + " is not on sale any more");
		}
	}

	/** Gives back what an order holds that will not be paid. */
	public void release(UUID orderId, UUID offerId, int quantity) {
		this.offers.giveBack("RELEASE", orderId, offerId, quantity);
	}

	/** Gives back what was sold and will not be shipped. */
	public void restock(UUID orderId, UUID offerId, int quantity) {
		this.offers.giveBack("RESTOCK", orderId, offerId, quantity);
	}

}
