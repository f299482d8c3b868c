/**
 * Customer-service as a shop sees it: the account that its sales are paid into.
 */
@NullMarked
package kz.duken.shop.wallet;

import org.jspecify.annotations.NullMarked;
