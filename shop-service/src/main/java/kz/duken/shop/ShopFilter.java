package kz.duken.shop;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which shops are listed.
 *
 * @param ownerId whose, {@code null} for anybody's
 * @param city in whatever case, {@code null} for all
 * @param status {@code null} for any
 */
record ShopFilter(@Nullable UUID ownerId, @Nullable String city, @Nullable ShopStatus status) {
}
