package kz.duken.commons.neighbour;

import java.time.Duration;

import feign.Capability;
import feign.Retryer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.util.TimeValue;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.ClientHttpMessageConvertersCustomizer;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientBuilderCustomizer;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientConnectionManagerBuilderCustomizer;
import org.springframework.cloud.openfeign.support.FeignHttpClientProperties;
import org.springframework.cloud.openfeign.support.FeignHttpMessageConverters;
import org.springframework.cloud.openfeign.support.HttpMessageConverterCustomizer;
import org.springframework.context.annotation.Bean;

/** How this service calls others; the times are in {@code duken-defaults.yaml}. */
@LoadBalancerClients(defaultConfiguration = BalanceConfiguration.class)
@AutoConfiguration(afterName = "org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JAutoConfiguration")
public class NeighbourConfiguration {

	@Bean
	Neighbours neighbours(CircuitBreakerFactory<?, ?> breakers) {
		return new Neighbours(breakers);
	}

	@Bean
	Capability anotherInstance() {
		return new AnotherInstance();
	}

	@Bean
	UntriedInstances.Memory triedInstances() {
		return new UntriedInstances.Memory();
	}

	/**
	 * Complete before anybody uses it: of first calls at once, Spring Cloud 2025.1 lets
	 * some meet a list that is still empty.
	 */
	@Bean
	FeignHttpMessageConverters completeConverters(ObjectProvider<ClientHttpMessageConvertersCustomizer> customizers,
			ObjectProvider<HttpMessageConverterCustomizer> others) {
		FeignHttpMessageConverters converters = new FeignHttpMessageConverters(customizers, others);
		converters.getConverters();
		return converters;
	}

	@Bean
	Retryer neverRetry() {
		return Retryer.NEVER_RETRY;
	}

	/** A pooled connection is looked at before it is used again after so long. */
	@Bean
	HttpClientConnectionManagerBuilderCustomizer validatedConnections(
			@Value("${duken.neighbour.validate-connection-after}") Duration idle, FeignHttpClientProperties others) {
		return (connections) -> connections.setDefaultConnectionConfig(ConnectionConfig.custom()
			.setValidateAfterInactivity(TimeValue.of(idle))
			.setTimeToLive(others.getTimeToLive(), others.getTimeToLiveUnit())
			.build());
	}

	/** Else it would wait for the Retry-After of a 503, beyond all timeouts. */
	@Bean
	HttpClientBuilderCustomizer neverRetryUnseen() {
		return HttpClientBuilder::disableAutomaticRetries;
	}

}
