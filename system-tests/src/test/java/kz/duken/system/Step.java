package kz.duken.system;

/** A call between services on which the fate of an order hangs. */
enum Step {

	/** The cart is read; until then the order is a draft. */
	DRAFT("GET", "cart-service", "/internal/carts/[^/]+", Story.BOUGHT),

	RESERVE("PUT", "shop-service", "/internal/reservations/[^/]+", Story.BOUGHT),

	REDEEM("PUT", "cart-service", "/internal/redemptions/[^/]+", Story.BOUGHT),

	PAY("PUT", "customer-service", "/internal/payments/[^/]+", Story.BOUGHT),

	COMMIT("PUT", "shop-service", "/internal/reservations/[^/]+/commit", Story.BOUGHT),

	EMPTY_CART("PUT", "cart-service", "/internal/carts/[^/]+/orders/[^/]+", Story.BOUGHT),

	RELEASE("PUT", "shop-service", "/internal/reservations/[^/]+/release", Story.POOR),

	UNREDEEM("PUT", "cart-service", "/internal/redemptions/[^/]+/release", Story.POOR),

	RESTOCK("PUT", "shop-service", "/internal/restocks/[^/]+/[^/]+", Story.CANCELLED),

	REFUND("PUT", "customer-service", "/internal/refunds/[^/]+/[^/]+", Story.CANCELLED),

	CREDIT("PUT", "customer-service", "/internal/credits/[^/]+/[^/]+", Story.RECEIVED);

	private final String method;

	private final String callee;

	private final String path;

	private final Story story;

	Step(String method, String callee, String path, Story story) {
		this.method = method;
		this.callee = callee;
		this.path = path;
		this.story = story;
	}

	String method() {
		return this.method;
	}

	/** Who is asked; order-service asks. */
	String callee() {
		return this.callee;
	}

	/** A pattern. */
	String path() {
		return this.path;
	}

	/**
	 * A pattern of what is asked next where nothing is written down in between; of
	 * nothing elsewhere.
	 */
	String next() {
		return switch (this) {
			case COMMIT -> EMPTY_CART.path;
			case RELEASE -> UNREDEEM.path;
			default -> "";
		};
	}

	/** In which it is usually taken. */
	Story story() {
		return this.story;
	}

}
