package kz.duken.gateway;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

/** A service that all the world asks for leaves the others their places. */
@GatewayTest
@TestPropertySource(properties = "duken.gateway.requests-per-service=2")
class RoomTests {

	@LocalServerPort
	private int port;

	private final WireMockServer orders = Upstreams.of("order-service");

	private final WireMockServer products = Upstreams.of("product-service");

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry registry) {
		for (String service : List.of("order-service", "product-service")) {
			Upstreams.register(registry, service, Upstreams.of(service).port());
		}
	}

	@Test
	void aCrowdIsRefusedWhatOthersAreGiven() throws Exception {
		this.orders.resetAll();
		this.products.resetAll();
		this.orders.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(5000).withBody("done")));
		this.products.stubFor(any(anyUrl()).willReturn(ok("done")));
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<Client.Answer> call = () -> new Client(this.port).send("GET", "/api/orders");
			List<Future<Client.Answer>> answers = IntStream.range(0, 6).mapToObj((_) -> clients.submit(call)).toList();
			while (answers.stream().filter(Future::isDone).count() < 4) {
				assertThat(new Client(this.port).send("GET", "/api/products").status()).isEqualTo(200);
			}
			assertThat(new Client(this.port).send("GET", "/api/shops/1/shipments").status()).isEqualTo(503);
			int refused = 0;
			for (Future<Client.Answer> answer : answers) {
				if (answer.get().status() == 503) {
					assertThat(answer.get().headers("Retry-After")).singleElement().asString().matches("[2-6]");
					refused++;
				}
			}
			assertThat(refused).isEqualTo(4);
		}
		assertThat(new Client(this.port).send("GET", "/api/orders").status()).isEqualTo(200);
	}

}
