package kz.duken.shop.pricelist;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What imports may cost.
 *
 * @param atOnce how many run at the same time in one instance
 * @param uploadsAtOnce how many may be arriving at the same time
 * @param time how long one may take, from the first byte on
 * @param lines how many a price list may have
 * @param errors how many failed lines are told of one by one
 * @param sameFor how long after it was first sent a list that comes again is the same one
 */
@ConfigurationProperties("duken.imports")
record ImportProperties(int atOnce, int uploadsAtOnce, Duration time, int lines, int errors, Duration sameFor) {
}
