package kz.duken.order;

import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Counts the orders that are pending beyond their deadline: while all services are well
 * there is none for longer than a minute. The gauge {@code duken.checkout.overdue} tells
 * how many.
 */
@Component
class OverdueOrders {

	private static final Logger log = LoggerFactory.getLogger(OverdueOrders.class);

	private final OrderRepository orders;

	private final AtomicLong overdue = new AtomicLong();

	OverdueOrders(OrderRepository orders, MeterRegistry meters) {
		this.orders = orders;
		Gauge.builder("duken.checkout.overdue", this.overdue, AtomicLong::doubleValue)
			.description("How many orders are pending beyond their deadline")
			.register(meters);
	}

	@Scheduled(fixedDelayString = "${duken.checkout.overdue}")
	void count() {
		try {
			this.overdue.set(this.orders.countOverdue());
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("Overdue orders were not counted: {}", ex.getMessage());
		}
	}

}
