package kz.duken.shop.pricelist;

/** The shop's price list is being imported already. */
class ImportInProgress extends RuntimeException {

}
