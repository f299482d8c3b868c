/**
 * customer-service as an order sees it: the wallet that pays.
 */
@NullMarked
package kz.duken.order.wallet;

import org.jspecify.annotations.NullMarked;
