package kz.duken.product;

import java.util.UUID;

/** A card by its name. */
record CardName(UUID id, String name) {
}
