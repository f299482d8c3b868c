package kz.duken.shop.offer;

class OfferExists extends RuntimeException {

}
