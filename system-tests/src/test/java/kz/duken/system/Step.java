package kz.duken.system;

/** A call between services on which the fate of an order hangs. */
enum Step {

	RESERVE("shop-service", "/internal/reservations/[^/]+", Scene.Story.BUY),

	REDEEM("cart-service", "/internal/redemptions/[^/]+", Scene.Story.BUY),

	PAY("customer-service", "/internal/payments/[^/]+", Scene.Story.BUY),

	COMMIT("shop-service", "/internal/reservations/[^/]+/commit", Scene.Story.BUY),

	EMPTY_CART("cart-service", "/internal/carts/[^/]+/orders/[^/]+", Scene.Story.BUY),

	RELEASE("shop-service", "/internal/reservations/[^/]+/release", Scene.Story.REFUSED),

	UNREDEEM("cart-service", "/internal/redemptions/[^/]+/release", Scene.Story.REFUSED),

	RESTOCK("shop-service", "/internal/restocks/[^/]+/[^/]+", Scene.Story.CANCEL),

	REFUND("customer-service", "/internal/refunds/[^/]+/[^/]+", Scene.Story.CANCEL);

	private final String callee;

	private final String path;

	private final Scene.Story story;

	Step(String callee, String path, Scene.Story story) {
		this.callee = callee;
		this.path = path;
		this.story = story;
	}

	/** Who is asked; order-service asks. */
	String callee() {
		return this.callee;
	}

	/** A pattern. */
	String path() {
		return this.path;
	}

	/** In which it is taken. */
	Scene.Story story() {
		return this.story;
	}

}
