package kz.duken.customer.wallet;

class RefundNotCovered extends RuntimeException {

}
