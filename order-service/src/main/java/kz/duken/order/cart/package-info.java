/**
 * cart-service as an order sees it: what is ordered.
 */
@NullMarked
package kz.duken.order.cart;

import org.jspecify.annotations.NullMarked;
