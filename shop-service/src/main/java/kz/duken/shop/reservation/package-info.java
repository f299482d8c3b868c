/**
 * Stock that is held for an order until it is paid, or not.
 */
@NullMarked
package kz.duken.shop.reservation;

import org.jspecify.annotations.NullMarked;
