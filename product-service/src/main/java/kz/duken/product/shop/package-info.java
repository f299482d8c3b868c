/**
 * shop-service as a product sees it.
 */
@NullMarked
package kz.duken.product.shop;

import org.jspecify.annotations.NullMarked;
