package kz.duken.customer.wallet;

/** Tells that the shop has its money. */
record CreditResponse(Outcome outcome) {

	enum Outcome {

		CREDITED

	}

}
