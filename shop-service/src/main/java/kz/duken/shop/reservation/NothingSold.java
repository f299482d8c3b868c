package kz.duken.shop.reservation;

class NothingSold extends RuntimeException {

}
