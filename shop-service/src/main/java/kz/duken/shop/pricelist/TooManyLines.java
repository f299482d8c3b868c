package kz.duken.shop.pricelist;

/** The price list has more lines than an import may have; nothing was done. */
class TooManyLines extends RuntimeException {

}
