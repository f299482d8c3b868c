package kz.duken.gateway;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

/** What a client notices of instances that are dead or broken. */
@GatewayTest
class InstancesTests {

	@LocalServerPort
	private int port;

	private final WireMockServer orders = Upstreams.of("order-service");

	private final WireMockServer carts = Upstreams.of("cart-service");

	/**
	 * Orders: one alive between two dead. Shops: all dead. Categories: none. Carts: one.
	 */
	@DynamicPropertySource
	static void services(DynamicPropertyRegistry registry) {
		Upstreams.register(registry, "order-service", Upstreams.nobody(), Upstreams.of("order-service").port(),
				Upstreams.nobody());
		Upstreams.register(registry, "shop-service", Upstreams.nobody(), Upstreams.nobody());
		Upstreams.register(registry, "cart-service", Upstreams.of("cart-service").port());
	}

	@BeforeEach
	void theLivingAnswer() {
		this.orders.resetAll();
		this.orders.stubFor(any(anyUrl()).willReturn(ok("done")));
		this.carts.resetAll();
	}

	@Test
	void aRefusedConnectionCostsNobodyAnErrorNotEvenAWriter() throws Exception {
		try (ExecutorService clients = Executors.newFixedThreadPool(6)) {
			Callable<Client.Answer> order = () -> client().sendBody("POST", "/api/orders", "{\"a\": 1}",
					"Content-Type: application/json");
			for (Future<Client.Answer> answer : clients
				.invokeAll(IntStream.range(0, 60).mapToObj((i) -> order).toList())) {
				assertThat(answer.get().status()).isEqualTo(200);
			}
		}
		this.orders.verify(60, postRequestedFor(anyUrl()).withRequestBody(equalTo("{\"a\": 1}")));
	}

	@Test
	void aServiceWhoseInstancesAreAllDeadIsUnavailable() throws Exception {
		assertUnavailable(client().send("GET", "/api/shops/1"));
		assertUnavailable(client().sendBody("POST", "/api/shops", "{}"));
	}

	@Test
	void aServiceWithoutInstancesIsUnavailableAndNotUnknown() throws Exception {
		assertUnavailable(client().send("GET", "/api/categories"));
	}

	@Test
	void aWriteThatWasSentIsNotSentAgain() throws Exception {
		for (Fault fault : new Fault[] { Fault.CONNECTION_RESET_BY_PEER, Fault.EMPTY_RESPONSE }) {
			this.carts.resetAll();
			this.carts.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

			assertUnavailable(client().sendBody("POST", "/api/cart/items", "{}"));
			this.carts.verify(1, anyRequestedFor(anyUrl()));
		}
	}

	@Test
	void aReadIsRepeatedOnceWhenItsConnectionBreaks() throws Exception {
		this.carts.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

		assertUnavailable(client().send("GET", "/api/cart"));
		this.carts.verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	void aReadThatIsRepeatedIsAnswered() throws Exception {
		this.carts.stubFor(any(anyUrl()).inScenario("restart")
			.willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
			.willSetStateTo("up"));
		this.carts.stubFor(any(anyUrl()).inScenario("restart").whenScenarioStateIs("up").willReturn(ok("cart")));

		assertThat(client().send("GET", "/api/cart").raw()).contains("cart");
	}

	private Client client() {
		return new Client(this.port);
	}

	private static void assertUnavailable(Client.Answer answer) {
		assertThat(answer.problem()).isEqualTo("unavailable");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.headers("Retry-After")).containsExactly("1");
	}

}
