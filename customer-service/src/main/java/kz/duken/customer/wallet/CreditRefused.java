package kz.duken.customer.wallet;

/** The order holds no such amount for the shop. */
class CreditRefused extends RuntimeException {

}
