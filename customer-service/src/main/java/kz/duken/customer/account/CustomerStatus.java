package kz.duken.customer.account;

/** Whether an account may be used. */
public enum CustomerStatus {

	ACTIVE,

	/** May not log in, and gets no new tokens. */
	DISABLED

}
