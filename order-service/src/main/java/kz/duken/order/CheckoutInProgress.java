package kz.duken.order;

/** Another order of the customer is on its way through the checkout. */
class CheckoutInProgress extends RuntimeException {

}
