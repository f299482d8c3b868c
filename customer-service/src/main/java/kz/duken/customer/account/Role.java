package kz.duken.customer.account;

/** What an account may be; every account is a customer. */
public enum Role {

	CUSTOMER, ADMIN

}
