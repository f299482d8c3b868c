package kz.duken.cart;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long carts are kept.
 *
 * @param expiresAfter since the last change
 * @param sweep how often such carts are looked for
 */
@ConfigurationProperties("duken.cart")
record CartProperties(Duration expiresAfter, Duration sweep) {
}
