/**
 * Shops: who sells, where, and whether he may.
 */
@NullMarked
package kz.duken.shop;

import org.jspecify.annotations.NullMarked;
