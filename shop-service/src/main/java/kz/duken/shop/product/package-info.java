/**
 * Product-service as a shop sees it: cards that offers hang on.
 */
@NullMarked
package kz.duken.shop.product;

import org.jspecify.annotations.NullMarked;
