package kz.duken.customer.wallet;

/** Tells that the money is back where it came from. */
record RefundResponse(Outcome outcome) {

	enum Outcome {

		REFUNDED

	}

}
