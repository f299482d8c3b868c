/**
 * Bounds on what a request may bring.
 */
@NullMarked
package kz.duken.commons.limit;

import org.jspecify.annotations.NullMarked;
