package kz.duken.order;

import java.time.Duration;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Goes on with what nobody is at work on: orders and settlements whose lease has run out,
 * because their driver died, gave up or was too slow. It runs in every instance. What
 * fails again waits until its new lease has run out. A draft is not gone on with: it
 * goes.
 */
@Component
class CheckoutPoller {

	private static final Logger log = LoggerFactory.getLogger(CheckoutPoller.class);

	private final Drafts drafts;

	private final Backlog<UUID> orders;

	private final Backlog<Settlement> settlements;

	private final Duration longest;

	CheckoutPoller(Drafts drafts, CheckoutProgress progress, Checkout checkout, Settlements settlements,
			Settling settling, Drivers drivers, CheckoutProperties properties) {
		this.drafts = drafts;
		this.orders = new Backlog<>(properties.batch(), progress::takeLeases,
				(id) -> checkout.drive(id, Patience.none()), drivers);
		this.settlements = new Backlog<>(properties.batch(), settlements::takeLeases,
				(settlement) -> settling.settle(settlement, Patience.none()), drivers);
		this.longest = properties.poll();
	}

	@Scheduled(fixedDelayString = "${duken.checkout.poll}")
	void goOnWithOrders() {
		goOn(() -> {
			this.drafts.removeAbandoned();
			this.orders.workOff(this.longest);
		});
	}

	/** Apart from the orders: neither waits for the other. */
	@Scheduled(fixedDelayString = "${duken.checkout.poll}")
	void goOnWithSettlements() {
		goOn(() -> this.settlements.workOff(this.longest));
	}

	private void goOn(Runnable work) {
		try {
			work.run();
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("The database does not serve the poller: {}", ex.getMessage());
		}
	}

}
