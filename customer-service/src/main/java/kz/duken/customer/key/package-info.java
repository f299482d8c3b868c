/**
 * The keys that sign access tokens: made, published, rotated.
 */
@NullMarked
package kz.duken.customer.key;

import org.jspecify.annotations.NullMarked;
