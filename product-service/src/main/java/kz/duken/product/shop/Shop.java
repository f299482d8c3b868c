package kz.duken.product.shop;

import java.util.UUID;

/**
 * A shop as it is now.
 *
 * @param status {@code ACTIVE}, or another in which its offers are not live
 */
public record Shop(UUID id, String name, String status, long version) {
}
