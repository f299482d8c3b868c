package kz.duken.shop.pricelist;

/** The time of an import is over; what was done of it stays. */
class ImportTookTooLong extends RuntimeException {

}
