package kz.duken.customer.login;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Bounds on failing logins.
 *
 * @param failures how many an account and address may have in a row
 * @param forgivenAfter how long until one of them is forgiven
 * @param remembered how many pairs of account and address are remembered
 */
@ConfigurationProperties("duken.throttle")
record ThrottleProperties(int failures, Duration forgivenAfter, int remembered) {
}
