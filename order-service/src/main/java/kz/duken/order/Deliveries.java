package kz.duken.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.problem.DatabaseOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes what was delivered some days ago for received, so that no shop waits for ever for
 * a customer to say so. It runs in every instance; taken twice, it is taken once.
 */
@Component
class Deliveries {

	private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

	private static final int BATCH = 100;

	private final OrderRepository orders;

	private final Shipping shipping;

	private final ShipmentProperties properties;

	Deliveries(OrderRepository orders, Shipping shipping, ShipmentProperties properties) {
		this.orders = orders;
		this.shipping = shipping;
		this.properties = properties;
	}

	@Scheduled(fixedDelayString = "${duken.shipment.sweep}")
	void takeForReceived() {
		Place place = Place.FIRST;
		List<OrderRepository.Delivered> delivered;
		do {
			try {
				delivered = this.orders.deliveredFor(this.properties.receivedAfter().toMillis(), place.at(),
						place.orderId(), place.shopId(), BATCH);
			}
			catch (DataAccessException | TransactionException ex) {
				log.warn("Deliveries wait to be taken for received: {}", ex.getMessage());
				return;
			}
			delivered.forEach(this::takeForReceived);
			place = delivered.isEmpty() ? place : Place.of(delivered.getLast());
		}
		while (delivered.size() == BATCH);
	}

	private void takeForReceived(OrderRepository.Delivered one) {
		try {
			this.shipping.receive(one.getOrderId(), one.getShopId(), "nobody has said otherwise");
		}
		// whatever it is, the others go on
		catch (RuntimeException ex) {
			if (DatabaseOutage.isOne(ex)) {
				log.warn("A delivery of order {} waits to be taken for received: {}", one.getOrderId(),
						ex.getMessage());
			}
			else {
				log.error("The delivery of order {} by shop {} cannot be taken for received", one.getOrderId(),
						one.getShopId(), ex);
			}
		}
	}

	/** How far a sweep has come. */
	private record Place(Instant at, UUID orderId, UUID shopId) {

		static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0), new UUID(0, 0));

		static Place of(OrderRepository.Delivered one) {
			return new Place(one.getDeliveredAt(), one.getOrderId(), one.getShopId());
		}

	}

}
