package kz.duken.gateway.registry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.cloud.client.discovery.event.InstancePreRegisteredEvent;
import org.springframework.cloud.netflix.eureka.EurekaInstanceConfigBean;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier;
import org.springframework.cloud.netflix.eureka.http.RestClientDiscoveryClientOptionalArgs;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** How this instance shows itself to the registry, and under which name it registers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "eureka.client.enabled", matchIfMissing = true)
class RegistryConfiguration {

	/**
	 * In a header, not in the address: an address is logged, and cannot hold every
	 * password.
	 */
	@Bean
	RestClientDiscoveryClientOptionalArgs registryCredentials(EurekaClientHttpRequestFactorySupplier requests,
			RegistryProperties registry) {
		return new RestClientDiscoveryClientOptionalArgs(requests, () -> RestClient.builder()
			.defaultHeaders((headers) -> headers.setBasicAuth(registry.username(), registry.password())));
	}

	/**
	 * Names the instance by the address that it registers, once the port is known. The
	 * configured port is 0, which makes Eureka's client wait for the web server to
	 * listen.
	 */
	@Bean
	ApplicationListener<InstancePreRegisteredEvent> instanceName(EurekaInstanceConfigBean instance,
			RegistryProperties registry) {
		return (event) -> {
			if (registry.advertisedPort() > 0) {
				instance.setNonSecurePort(registry.advertisedPort());
			}
			instance.setInstanceId(
					"%s:%s:%d".formatted(instance.getAppname(), instance.getHostname(), instance.getNonSecurePort()));
		};
	}

}
