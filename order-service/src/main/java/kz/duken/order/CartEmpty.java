package kz.duken.order;

/** There is nothing to order. */
class CartEmpty extends RuntimeException {

}
