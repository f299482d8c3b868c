/**
 * What shops sell: price and stock, each movement of stock, each price that ever was.
 */
@NullMarked
package kz.duken.shop.offer;

import org.jspecify.annotations.NullMarked;
