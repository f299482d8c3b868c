/**
 * The product-service as the categories see it.
 */
@NullMarked
package kz.duken.category.product;

import org.jspecify.annotations.NullMarked;
