package kz.duken.shop.product;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A card that is asked for by its name.
 *
 * @param id the card's, should it be made
 * @param brand tells cards of one name apart
 * @param category the slug; without one no card is made
 */
public record SoughtCard(UUID id, String name, @Nullable String brand, @Nullable String category) {
}
