package kz.duken.gateway;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What one request may cost; the values are in {@code application.yaml}.
 *
 * @param requestsAtOnce the most requests that are under way; each costs about 125 KB of
 * the heap
 * @param requestsPerService the most of them that wait for the answer of one service
 * @param usual what nearly all requests may cost
 * @param imports what the import of a price list may cost
 * @param connect the longest wait for a connection to be made
 * @param lease the longest wait for a connection of the pool
 * @param idle how long an unused connection is kept, at least; twice that at most
 * @param connections the most connections to all services
 * @param connectionsPerInstance the most connections to one instance, and so the most
 * requests that a hanging one can hold
 */
@ConfigurationProperties("duken.gateway")
record GatewayProperties(int requestsAtOnce, int requestsPerService, Limits usual, Limits imports, Duration connect,
		Duration lease, Duration idle, int connections, int connectionsPerInstance) {

	private static final PathPattern IMPORTS = PathPatternParser.defaultInstance
		.parse("/api/shops/{shopId}/offers/import");

	/**
	 * What a request may cost.
	 *
	 * @param body the largest body
	 * @param time the longest that it may take, from its first byte to the last of its
	 * answer, repetition included
	 */
	record Limits(DataSize body, Duration time) {
	}

	Limits of(HttpServletRequest request) {
		return IMPORTS.matches(PathContainer.parsePath(request.getRequestURI())) ? this.imports : this.usual;
	}
}
