package kz.duken.customer.login;

class InvalidRefreshToken extends RuntimeException {

}
