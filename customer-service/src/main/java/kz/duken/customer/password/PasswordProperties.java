package kz.duken.customer.password;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The cost of Argon2id.
 *
 * @param memory taken by each hash while it is made
 * @param iterations passes over that memory
 * @param atOnce how many hashes may be made at the same time
 * @param patience how long a request waits for its turn
 */
@ConfigurationProperties("duken.password")
record PasswordProperties(DataSize memory, int iterations, int atOnce, Duration patience) {
}
