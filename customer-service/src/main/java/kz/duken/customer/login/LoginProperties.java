package kz.duken.customer.login;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long tokens live.
 *
 * @param accessToken how long an access token is good for
 * @param refreshToken how long a refresh token is, and thus a login that nobody uses
 * @param reuseGrace how long a spent refresh token may be sent again while none that
 * followed has been used
 */
@ConfigurationProperties("duken.login")
record LoginProperties(Duration accessToken, Duration refreshToken, Duration reuseGrace) {
}
