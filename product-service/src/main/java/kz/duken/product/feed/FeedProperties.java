package kz.duken.product.feed;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How feeds are read.
 *
 * @param interval the pause between two pulls
 * @param pageSize how many rows are asked for at a time
 */
@ConfigurationProperties("duken.feed")
public record FeedProperties(Duration interval, int pageSize) {
}
