/** Promo codes: what they take off, and how often they may be used. */
@NullMarked
package kz.duken.cart.promo;

import org.jspecify.annotations.NullMarked;
