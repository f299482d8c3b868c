package kz.duken.order;

/** The order was refused. */
class OrderRejected extends RuntimeException {

	private final transient Rejection rejection;

	private final boolean replayed;

	OrderRejected(Rejection rejection, boolean replayed) {
		super(rejection.detail());
		this.rejection = rejection;
		this.replayed = replayed;
	}

	Rejection rejection() {
		return this.rejection;
	}

	/** Whether this is the answer to an earlier request. */
	boolean replayed() {
		return this.replayed;
	}

}
