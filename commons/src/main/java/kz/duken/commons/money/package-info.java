/**
 * Exact amounts of tenge.
 */
@NullMarked
package kz.duken.commons.money;

import org.jspecify.annotations.NullMarked;
