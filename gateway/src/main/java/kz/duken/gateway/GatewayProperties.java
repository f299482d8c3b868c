package kz.duken.gateway;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What one request may cost; the values are in {@code application.yaml}.
 *
 * @param body the largest body of a request
 * @param request the longest that a request may take, from its first byte to the last of
 * its answer, repetition included
 * @param connect the longest wait for a connection to be made
 * @param lease the longest wait for a connection of the pool
 * @param idle how long an unused connection is kept, at least; twice that at most
 * @param connections the most connections to all services
 * @param connectionsPerInstance the most connections to one instance, and so the most
 * requests that a hanging one can hold
 */
@ConfigurationProperties("duken.gateway")
record GatewayProperties(DataSize body, Duration request, Duration connect, Duration lease, Duration idle,
		int connections, int connectionsPerInstance) {
}
