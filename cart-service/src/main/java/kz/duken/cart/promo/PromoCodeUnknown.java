package kz.duken.cart.promo;

/** There is no such code. */
public class PromoCodeUnknown extends RuntimeException {

}
