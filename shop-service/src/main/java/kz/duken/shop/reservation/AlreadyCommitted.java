package kz.duken.shop.reservation;

class AlreadyCommitted extends RuntimeException {

}
