/**
 * The product-service as a cart sees it.
 */
@NullMarked
package kz.duken.cart.product;

import org.jspecify.annotations.NullMarked;
