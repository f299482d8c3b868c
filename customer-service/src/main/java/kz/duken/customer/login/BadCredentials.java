package kz.duken.customer.login;

class BadCredentials extends RuntimeException {

}
