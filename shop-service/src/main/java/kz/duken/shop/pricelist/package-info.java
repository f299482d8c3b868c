/**
 * Price lists: what a shop sells, brought whole, as CSV or as marketplaces take it.
 */
@NullMarked
package kz.duken.shop.pricelist;

import org.jspecify.annotations.NullMarked;
