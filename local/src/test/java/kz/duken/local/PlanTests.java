package kz.duken.local;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlanTests {

	@Test
	void aScaledServiceHasNumberedInstances() {
		Plan plan = new Plan(8080, Map.of("order-service", 3), Map.of(), true, true);

		assertThat(plan.instancesOf(Application.ORDER)).containsExactly("order-service", "order-service-2",
				"order-service-3");
		assertThat(plan.instancesOf(Application.CART)).containsExactly("cart-service");
	}

	@Test
	void theSecondInstanceCanBeAdvertised() {
		Plan plan = new Plan(8080, Map.of("order-service", 2), Map.of("order-service-2", "127.0.0.1:9999"), true, true);

		assertThat(plan.arguments()).containsExactly("--port=8080", "--scale=order-service=2",
				"--advertise=order-service-2=127.0.0.1:9999");
	}

	@Test
	void theCommandLineAsksForTheSame() {
		assertThat(new Plan(9090, Map.of(), Map.of(), false, false).arguments())
			.isEqualTo(List.of("--port=9090", "--no-demo", "--no-aot"));
	}

	@Test
	void whatCannotBeIsRefusedInOneLine() {
		assertRefused(70000, Map.of(), Map.of(), "--port 70000 is no port");
		assertRefused(8080, Map.of("orders", 2), Map.of(), "There is no application 'orders'");
		assertRefused(8080, Map.of("gateway", 2), Map.of(), "of gateway there is one");
		assertRefused(8080, Map.of("cart-service", 0), Map.of(), "from 1 to 5");
		assertRefused(8080, Map.of(), Map.of("cart-service-2", "127.0.0.1:1"), "--advertise cart-service-2");
		assertRefused(8080, Map.of(), Map.of("cart-service", "9999"), "an address is host:port");
	}

	private static void assertRefused(int port, Map<String, Integer> scale, Map<String, String> advertised,
			String reason) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Plan(port, scale, advertised, true, true))
			.withMessageContaining(reason)
			.withMessageNotContaining("\n");
	}

}
