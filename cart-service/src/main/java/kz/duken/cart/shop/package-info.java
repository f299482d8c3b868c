/**
 * The shop-service as a cart sees it.
 */
@NullMarked
package kz.duken.cart.shop;

import org.jspecify.annotations.NullMarked;
