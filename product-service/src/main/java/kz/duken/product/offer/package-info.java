/**
 * The offers of all shops, as far as a product's price and stock follow from them.
 */
@NullMarked
package kz.duken.product.offer;

import org.jspecify.annotations.NullMarked;
