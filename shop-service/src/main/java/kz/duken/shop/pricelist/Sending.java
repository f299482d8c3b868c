package kz.duken.shop.pricelist;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * A price list that was sent, perhaps not for the first time.
 *
 * @param first when it began to come in for the first time, by the database's clock
 * @param report of the lines at its beginning that are done, as JSON; {@code null} when
 * none is to be passed over
 */
record Sending(OffsetDateTime first, @Nullable String report) {
}
