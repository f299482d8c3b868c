package kz.duken.customer.wallet;

class PaymentDiffers extends RuntimeException {

}
