package kz.duken.order;

import java.util.List;

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
		try {
			List<OrderRepository.Delivered> delivered;
			do {
				delivered = this.orders.deliveredFor(this.properties.receivedAfter().toMillis(), BATCH);
				delivered.forEach(
						(one) -> this.shipping.receive(one.getOrderId(), one.getShopId(), "nobody has said otherwise"));
			}
			while (delivered.size() == BATCH);
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("Deliveries wait to be taken for received: {}", ex.getMessage());
		}
	}

}
