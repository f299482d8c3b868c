package kz.duken.order;

import java.util.UUID;

/**
 * A customer's wish to order his cart.
 *
 * @param key names the attempt
 * @param requestHash tells another wish under the same key
 */
record PlaceOrder(UUID customerId, String key, String requestHash, PlaceOrderRequest request) {
}
