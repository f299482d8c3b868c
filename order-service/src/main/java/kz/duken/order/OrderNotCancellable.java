package kz.duken.order;

/** The order is still pending, was rejected, or a shop has shipped. */
class OrderNotCancellable extends RuntimeException {

	private final OrderStatus status;

	OrderNotCancellable(OrderStatus status) {
		super(status.name());
		this.status = status;
	}

	OrderStatus status() {
		return this.status;
	}

}
