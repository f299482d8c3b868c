package kz.duken.order;

import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders at their beginning. A draft holds the customer's key and his only pending order;
 * it becomes an order when it gets its lines, or is removed as if it had never been.
 */
@Component
class Drafts {

	private final OrderRepository orders;

	private final OrderHistory history;

	private final CheckoutProperties properties;

	private final JsonMapper json;

	Drafts(OrderRepository orders, OrderHistory history, CheckoutProperties properties, JsonMapper json) {
		this.orders = orders;
		this.history = history;
		this.properties = properties;
		this.json = json;
	}

	/** The order or the living draft that was made under this key, without its lines. */
	Optional<Order> holder(UUID customerId, String key) {
		return this.orders.holder(customerId, key);
	}

	/**
	 * Opens a draft, with the lease. One of this customer that a crash has left behind
	 * makes way.
	 * @param id nobody else's; opened again, it is open
	 * @return {@code false} when there is an order with this key, or a pending one
	 */
	@Transactional
	boolean open(UUID id, PlaceOrder command) {
		this.orders.removeAbandoned(command.customerId());
		return this.orders.open(id, command.customerId(), command.key(), command.requestHash(),
				this.json.writeValueAsString(command.request().deliveryAddress()), command.request().comment(),
				this.properties.deadline().toMillis(), this.properties.lease().toMillis()) == 1
				|| this.orders.existsById(id);
	}

	boolean isAnotherPending(UUID customerId, String key) {
		return this.orders.isAnotherPending(customerId, key);
	}

	/**
	 * The draft becomes an order of what was in the cart. Filled again by the one who has
	 * opened it, it is filled.
	 * @return {@code false} when somebody has removed it meanwhile
	 */
	@Transactional
	boolean fill(UUID id, OrderContents contents) {
		Optional<Order> opened = this.orders.lock(id);
		opened.filter(Order::isDraft).ifPresent((order) -> {
			order.fill(contents);
			this.history.add(id, HistoryEntry.Type.PLACED, "The order was placed.");
			this.orders.setLease(id, this.properties.lease().toMillis());
		});
		return opened.isPresent();
	}

	/**
	 * Removes the drafts that crashes have left behind: nobody knows any more what was in
	 * their carts, and their customers have had no answer.
	 */
	void removeAbandoned() {
		this.orders.removeAbandoned();
	}

	/** Does nothing when it has become an order. */
	void remove(UUID id) {
		this.orders.removeDraft(id);
	}

}
