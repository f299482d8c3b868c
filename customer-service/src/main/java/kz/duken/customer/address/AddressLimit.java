package kz.duken.customer.address;

/** The address book is full. */
class AddressLimit extends RuntimeException {

}
