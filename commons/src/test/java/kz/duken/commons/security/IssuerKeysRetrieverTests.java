package kz.duken.commons.security;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;

import com.nimbusds.jose.util.ResourceRetriever;
import kz.duken.commons.neighbour.Instance;
import org.junit.jupiter.api.Test;

import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class IssuerKeysRetrieverTests {

	@Test
	void whoIsDeadOrGoneIsPassedOver() throws IOException {
		ResourceRetriever keys = of(new Instance(Instance.Health.WELL), Instance.dead(), Instance.unreachable());

		for (int i = 0; i < 5; i++) {
			assertThat(keys.retrieveResource(address()).getContent()).isEqualTo("1");
		}
	}

	@Test
	void ofNobodyNothingIsRead() {
		assertThatIOException().isThrownBy(() -> of().retrieveResource(address()))
			.withMessageContaining("No instance of customer-service is known");
		assertThatIOException().isThrownBy(() -> of(Instance.dead()).retrieveResource(address()));
	}

	private static URL address() throws IOException {
		return URI.create("http://customer-service/.well-known/jwks.json").toURL();
	}

	private static ResourceRetriever of(Instance... instances) {
		return new IssuerKeysRetriever(
				new Registry(Stream.of(instances).map(IssuerKeysRetrieverTests::known).toList()));
	}

	private static ServiceInstance known(Instance instance) {
		URI uri = URI.create(instance.uri());
		return new DefaultServiceInstance(instance.uri(), "customer-service", uri.getHost(), uri.getPort(), false);
	}

	/** A registry in which one service is registered. */
	private record Registry(List<ServiceInstance> instances) implements DiscoveryClient {

		@Override
		public String description() {
			return "one service";
		}

		@Override
		public List<ServiceInstance> getInstances(String service) {
			return this.instances;
		}

		@Override
		public List<String> getServices() {
			return List.of("customer-service");
		}

	}

}
