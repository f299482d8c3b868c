package kz.duken.commons.neighbour;

import feign.Capability;
import feign.Retryer;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.context.annotation.Bean;

/** How this service calls others; the times are in {@code duken-defaults.yaml}. */
@AutoConfiguration(afterName = "org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JAutoConfiguration")
public class NeighbourConfiguration {

	@Bean
	Neighbours neighbours(CircuitBreakerFactory<?, ?> breakers) {
		return new Neighbours(breakers);
	}

	@Bean
	Capability refusedConnections() {
		return new RefusedConnections();
	}

	@Bean
	Retryer neverRetry() {
		return Retryer.NEVER_RETRY;
	}

}
