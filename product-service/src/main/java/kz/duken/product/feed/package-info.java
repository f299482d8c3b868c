/**
 * Following another service's table by its feed.
 */
@NullMarked
package kz.duken.product.feed;

import org.jspecify.annotations.NullMarked;
