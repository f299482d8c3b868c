package kz.duken.shop.offer;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How cards' names are kept up to date.
 *
 * @param refreshEvery how often some of the cards that are due are asked for
 * @param freshFor how long a name is believed
 */
@ConfigurationProperties("duken.cards")
record CardProperties(Duration refreshEvery, Duration freshFor) {
}
