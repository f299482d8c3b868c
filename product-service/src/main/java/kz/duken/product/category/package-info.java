/**
 * category-service as a product sees it: where its card may stand.
 */
@NullMarked
package kz.duken.product.category;

import org.jspecify.annotations.NullMarked;
