package kz.duken.customer.wallet;

enum PaymentOutcome {

	PAID, INSUFFICIENT_FUNDS,

	/** Asked for the first time after its deadline. */
	EXPIRED

}
