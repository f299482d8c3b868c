/**
 * A customer's cart: what is in it, at the shops' current prices.
 */
@NullMarked
package kz.duken.cart;

import org.jspecify.annotations.NullMarked;
