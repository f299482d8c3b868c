package kz.duken.order;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

import kz.duken.commons.problem.DatabaseOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Goes on with what nobody is at work on: orders and settlements whose lease has run out,
 * because their driver died, gave up or was too slow. It runs in every instance. What
 * fails again waits until its new lease has run out.
 */
@Component
class CheckoutPoller {

	private static final Logger log = LoggerFactory.getLogger(CheckoutPoller.class);

	private final CheckoutProgress progress;

	private final Checkout checkout;

	private final Settlements settlements;

	private final Settling settling;

	private final Drivers drivers;

	private final CheckoutProperties properties;

	CheckoutPoller(CheckoutProgress progress, Checkout checkout, Settlements settlements, Settling settling,
			Drivers drivers, CheckoutProperties properties) {
		this.progress = progress;
		this.checkout = checkout;
		this.settlements = settlements;
		this.settling = settling;
		this.drivers = drivers;
		this.properties = properties;
	}

	@Scheduled(fixedDelayString = "${duken.checkout.poll}")
	void goOnWithOrders() {
		goOn(this.progress::takeLeases, (id) -> this.checkout.drive(id, Patience.none()));
	}

	/** Apart from the orders: neither waits for the other. */
	@Scheduled(fixedDelayString = "${duken.checkout.poll}")
	void goOnWithSettlements() {
		goOn(() -> this.settlements.takeLeases(null),
				(settlement) -> this.settling.settle(settlement, Patience.none()));
	}

	private <T> void goOn(Supplier<List<T>> leases, Predicate<T> driver) {
		try {
			while (goOn(leases.get(), driver)) {
				log.debug("There may be more to go on with");
			}
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("The database does not serve the poller: {}", ex.getMessage());
		}
	}

	/**
	 * Goes on with a batch; neither a slow neighbour of some nor the failure of one keeps
	 * the others waiting.
	 * @return whether all of a full batch was done, so that there is reason to ask for
	 * more
	 */
	private <T> boolean goOn(List<T> batch, Predicate<T> driver) {
		AtomicInteger done = new AtomicInteger();
		this.drivers.run(batch, (piece) -> {
			if (succeeds(piece, driver)) {
				done.incrementAndGet();
			}
		}, Patience.of(this.properties.poll()));
		return done.get() == this.properties.batch();
	}

	private static <T> boolean succeeds(T piece, Predicate<T> driver) {
		try {
			return driver.test(piece);
		}
		// whatever it is, the others go on
		catch (RuntimeException ex) {
			if (DatabaseOutage.isOne(ex)) {
				log.warn("{} waits, the database does not serve: {}", piece, ex.getMessage());
			}
			else {
				log.error("{} cannot be gone on with", piece, ex);
			}
			return false;
		}
	}

}
