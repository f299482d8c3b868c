/**
 * The catalogue's cards: written by administrators and shops, found by everybody.
 */
@NullMarked
package kz.duken.product;

import org.jspecify.annotations.NullMarked;
