package kz.duken.category;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Deletions that were begun and not finished.
 *
 * @param sweep how often they are looked for
 * @param leftAlone after which time nobody is at work on one any more
 */
@ConfigurationProperties("duken.removal")
record RemovalProperties(Duration sweep, Duration leftAlone) {
}
