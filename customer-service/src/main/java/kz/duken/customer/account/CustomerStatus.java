package kz.duken.customer.account;

enum CustomerStatus {

	ACTIVE,

	/** May not log in, and gets no new tokens. */
	DISABLED

}
