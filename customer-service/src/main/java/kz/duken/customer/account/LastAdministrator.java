package kz.duken.customer.account;

/** Nobody would be left to run the store. */
class LastAdministrator extends RuntimeException {

}
