package kz.duken.product;

/** A shop still offers the product that was to be deleted. */
class ProductHasOffers extends RuntimeException {

}
