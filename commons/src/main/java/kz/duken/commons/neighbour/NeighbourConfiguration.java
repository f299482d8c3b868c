package kz.duken.commons.neighbour;

import feign.Capability;
import feign.Retryer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientBuilderCustomizer;
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

	/** Else it would wait for the Retry-After of a 503, beyond all timeouts. */
	@Bean
	HttpClientBuilderCustomizer neverRetryUnseen() {
		return HttpClientBuilder::disableAutomaticRetries;
	}

}
