package kz.duken.cart.product;

import org.jspecify.annotations.Nullable;

/**
 * What a cart keeps of a product.
 *
 * @param image path or address of a picture, if it has one
 */
public record Card(String name, @Nullable String image) {
}
