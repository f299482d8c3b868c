package kz.duken.shop.offer;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Embeddable;
import kz.duken.commons.money.Money;

/**
 * What the owner asked and had from then on.
 *
 * @param version the offer's version that began then
 */
@Embeddable
record HistoryEntry(@JsonIgnore long version, Instant at, Money price, int stock) {
}
