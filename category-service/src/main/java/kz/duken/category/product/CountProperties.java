package kz.duken.category.product;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Numbers of products.
 *
 * @param fresh how long they are used before they are read again
 */
@ConfigurationProperties("duken.counts")
record CountProperties(Duration fresh) {
}
