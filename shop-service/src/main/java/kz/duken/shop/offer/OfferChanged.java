package kz.duken.shop.offer;

class OfferChanged extends RuntimeException {

}
