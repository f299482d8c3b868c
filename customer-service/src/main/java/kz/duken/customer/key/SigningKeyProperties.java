package kz.duken.customer.key;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When keys change.
 *
 * @param signsFor how long a key signs before its successor does
 * @param publishedAhead how long a successor is published before it signs: longer than
 * anybody keeps a copy of the published keys
 * @param rereadAfter how old an instance's own copy of the keys may get
 */
@ConfigurationProperties("duken.signing-key")
record SigningKeyProperties(Duration signsFor, Duration publishedAhead, Duration rereadAfter) {

	/**
	 * How long a key is published after its successor has begun to sign: longer than any
	 * token lives.
	 */
	static final Duration PUBLISHED_AFTER = Duration.ofHours(1);

}
