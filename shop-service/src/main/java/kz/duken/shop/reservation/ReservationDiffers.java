package kz.duken.shop.reservation;

class ReservationDiffers extends RuntimeException {

}
