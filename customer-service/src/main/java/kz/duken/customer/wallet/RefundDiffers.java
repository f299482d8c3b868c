package kz.duken.customer.wallet;

class RefundDiffers extends RuntimeException {

}
