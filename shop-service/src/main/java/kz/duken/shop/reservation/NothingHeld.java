package kz.duken.shop.reservation;

class NothingHeld extends RuntimeException {

}
