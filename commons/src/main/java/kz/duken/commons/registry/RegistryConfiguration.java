package kz.duken.commons.registry;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier;
import org.springframework.cloud.netflix.eureka.http.RestClientDiscoveryClientOptionalArgs;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/**
 * Entering the registry with credentials and leaving it; the times are in
 * {@code duken-defaults.yaml}.
 */
@AutoConfiguration(
		beforeName = "org.springframework.cloud.netflix.eureka.config.DiscoveryClientOptionalArgsConfiguration")
public class RegistryConfiguration {

	@Bean
	@ConditionalOnProperty(name = "eureka.client.enabled", matchIfMissing = true)
	RestClientDiscoveryClientOptionalArgs registryCredentials(EurekaClientHttpRequestFactorySupplier requests,
			@Value("${duken.registry.username}") String username,
			@Value("${duken.registry.password}") String password) {
		return new RestClientDiscoveryClientOptionalArgs(requests,
				() -> RestClient.builder().defaultHeaders((headers) -> headers.setBasicAuth(username, password)));
	}

	@Bean
	@ConditionalOnProperty(name = "eureka.client.enabled", matchIfMissing = true)
	Drain drain(@Value("${duken.drain}") Duration time) {
		return new Drain(time);
	}

}
