package kz.duken.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.cloud.client.discovery.simple.InstanceProperties;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryClient;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryProperties;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A call whose time ends just when it has got a connection, and not used it yet. */
class DeadlineTests {

	private final Deadline deadline = new Deadline(Duration.ofSeconds(1));

	private final HandlerFilterFunction<ServerResponse, ServerResponse> orders = orders();

	@Test
	void whoIsCutOffThereIsUnavailable() {
		assertThatExceptionOfType(Instances.Unavailable.class).isThrownBy(() -> this.orders.filter(post(), (_) -> {
			this.deadline.run();
			throw notAcquired();
		}));
	}

	@Test
	void withTimeLeftTheSameIsAnErrorOfOurs() {
		assertThatIllegalStateException().isThrownBy(() -> this.orders.filter(post(), (_) -> {
			throw notAcquired();
		}));
	}

	private static IllegalStateException notAcquired() {
		return new IllegalStateException("Endpoint not acquired / already released");
	}

	private ServerRequest post() {
		var request = new MockHttpServletRequest("POST", "/api/orders");
		this.deadline.keepIn(request);
		return ServerRequest.create(request, List.of());
	}

	private static HandlerFilterFunction<ServerResponse, ServerResponse> orders() {
		var instance = new InstanceProperties();
		instance.setServiceId("order-service");
		instance.setUri(URI.create("http://127.0.0.1:1"));
		var registry = new SimpleDiscoveryProperties();
		registry.setInstances(Map.of("order-service", List.of(instance)));
		var limits = new GatewayProperties.Limits(DataSize.ofKilobytes(1), Duration.ofSeconds(1));
		var properties = new GatewayProperties(1, 1, limits, limits, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, 1);
		return new Instances(new SimpleDiscoveryClient(registry), properties).of("order-service");
	}

}
