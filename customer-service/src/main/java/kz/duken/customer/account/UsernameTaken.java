package kz.duken.customer.account;

class UsernameTaken extends RuntimeException {

}
