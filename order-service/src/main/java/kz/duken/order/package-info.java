/**
 * Orders: the checkout that turns a cart into one, what becomes of it, and its
 * cancellation.
 */
@NullMarked
package kz.duken.order;

import org.jspecify.annotations.NullMarked;
