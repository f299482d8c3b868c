package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.neighbour.UnexpectedRefusal;
import kz.duken.commons.problem.Unavailable;
import kz.duken.order.cart.Carts;
import kz.duken.order.shop.Shops;
import kz.duken.order.wallet.Wallets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Settles what ended shipments leave to do. Nothing of it can be refused, all of it is a
 * fact at the neighbour under the order's and the shop's ids, so it is asked again until
 * it is done.
 */
@Component
class Settling {

	private static final Logger log = LoggerFactory.getLogger(Settling.class);

	private final Settlements settlements;

	private final Orders orders;

	private final Shops shops;

	private final Carts carts;

	private final Wallets wallets;

	private final Drivers drivers;

	private final CheckoutProperties properties;

	Settling(Settlements settlements, Orders orders, Shops shops, Carts carts, Wallets wallets, Drivers drivers,
			CheckoutProperties properties) {
		this.settlements = settlements;
		this.orders = orders;
		this.shops = shops;
		this.carts = carts;
		this.wallets = wallets;
		this.drivers = drivers;
		this.properties = properties;
	}

	/**
	 * Settles all that is left of an order, or as much as the neighbours allow until
	 * patience is over.
	 */
	void settle(UUID orderId, Patience patience) {
		Duration pause = this.properties.firstPause();
		while (true) {
			List<Settlement> batch = patience.insist(() -> this.settlements.takeLeases(orderId));
			this.drivers.run(batch, (settlement) -> insist(settlement, patience), patience);
			boolean idle = batch.isEmpty();
			if (!patience.insist(() -> this.settlements.isAnyLeft(orderId))
					|| !patience.rest(idle ? pause : Duration.ZERO)) {
				return;
			}
			pause = idle ? pause.multipliedBy(2) : this.properties.firstPause();
		}
	}

	/**
	 * Keeps the lease from one attempt to the next: the poller would try once, and keep
	 * it to its end.
	 */
	private void insist(Settlement settlement, Patience patience) {
		Duration pause = this.properties.firstPause();
		while (!settle(settlement, patience)) {
			if (!patience.rest(pause)) {
				this.settlements.giveUpLease(settlement);
				return;
			}
			pause = pause.multipliedBy(2);
			patience.insist(() -> this.settlements.renewLease(settlement));
		}
	}

	/**
	 * Settles one; whoever calls holds its lease.
	 * @param patience how long a database that does not answer is asked again
	 * @return whether it is done
	 */
	boolean settle(Settlement settlement, Patience patience) {
		try {
			switch (settlement.kind()) {
				case RESTOCK -> this.shops.restock(settlement.orderId(), settlement.shopId());
				case CREDIT -> this.wallets.credit(settlement.orderId(), settlement.shopId(),
						order(settlement, patience).shipment(settlement.shopId()).sum());
				case UNREDEEM -> this.carts.releaseRedemption(settlement.orderId());
				case REFUND -> this.wallets.refund(settlement.orderId(), settlement.shopId(),
						order(settlement, patience).refundRequest(settlement.shopId()));
			}
		}
		catch (UnexpectedRefusal ex) {
			log.error("{} is stuck", settlement, ex);
			return false;
		}
		catch (Unavailable ex) {
			log.warn("{} waits: {}", settlement, ex.getMessage());
			return false;
		}
		patience.insist(() -> this.settlements.done(settlement.orderId(), settlement.shopId(), settlement.kind()));
		return true;
	}

	private Order order(Settlement settlement, Patience patience) {
		return patience.insist(() -> this.orders.find(settlement.orderId()).orElseThrow());
	}

}
