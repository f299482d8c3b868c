package kz.duken.gateway;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.BeforeEach;
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

/** More at once than there are places or connections for. */
@GatewayTest
@TestPropertySource(properties = { "duken.gateway.requests-at-once=3", "duken.gateway.connections-per-instance=2" })
class CrowdTests {

	private static final int CALLERS = 12;

	@LocalServerPort
	private int port;

	private final WireMockServer shops = Upstreams.of("shop-service");

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry registry) {
		Upstreams.register(registry, "shop-service", Upstreams.of("shop-service").port());
	}

	@BeforeEach
	void shopsTakeTheirTime() {
		this.shops.resetAll();
		this.shops.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(3000).withBody("done")));
	}

	@Test
	void whoFindsNoPlaceIsToldToComeAgainLater() throws Exception {
		assertThat(refusedOf(CALLERS)).isBetween(1, CALLERS - 2);
		assertThat(new Client(this.port).send("GET", "/livez").status()).isEqualTo(200);

		this.shops.stubFor(any(anyUrl()).willReturn(ok("done")));
		assertThat(new Client(this.port).send("GET", "/api/shops").status()).isEqualTo(200);
	}

	@Test
	void soIsWhoHasAPlaceButNoConnection() throws Exception {
		assertThat(refusedOf(3)).isEqualTo(1);
	}

	private int refusedOf(int callers) throws Exception {
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<Client.Answer> call = () -> new Client(this.port).send("GET", "/api/shops");
			var answers = IntStream.range(0, callers).mapToObj((_) -> clients.submit(call)).toList();
			int refused = 0;
			for (Future<Client.Answer> answer : answers) {
				assertThat(answer.get().status()).isIn(200, 503);
				if (answer.get().status() == 503) {
					assertThat(answer.get().headers("Retry-After")).singleElement().asString().matches("[2-6]");
					refused++;
				}
			}
			return refused;
		}
	}

}
