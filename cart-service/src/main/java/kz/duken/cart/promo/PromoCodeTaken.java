package kz.duken.cart.promo;

/** There is such a code already. */
class PromoCodeTaken extends RuntimeException {

}
