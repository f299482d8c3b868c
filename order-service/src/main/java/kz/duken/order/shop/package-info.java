/**
 * shop-service as an order sees it: goods set aside, sold, given back.
 */
@NullMarked
package kz.duken.order.shop;

import org.jspecify.annotations.NullMarked;
