package kz.duken.gateway;

import java.util.concurrent.CompletableFuture;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How the gateway comes to the registry and takes its leave. */
class RegistrationTests {

	private static final String PASSWORD = "p:ss/@w";

	private final WireMockServer registry = Upstreams.of("registry");

	@BeforeEach
	void theRegistryTakesEverybody() {
		this.registry.resetAll();
		this.registry.stubFor(any(anyUrl()).willReturn(noContent()));
		this.registry.stubFor(get(urlPathMatching("/eureka/apps.*")).willReturn(okJson("""
				{"applications": {"versions__delta": "1", "apps__hashcode": "", "application": []}}""")));
	}

	@Test
	void itRegistersThePortItListensOn() {
		try (ConfigurableApplicationContext gateway = start()) {
			String port = gateway.getEnvironment().getRequiredProperty("local.server.port");

			await().untilAsserted(() -> this.registry.verify(postRequestedFor(urlEqualTo("/eureka/apps/GATEWAY"))
				.withBasicAuth(new BasicCredentials("duken", PASSWORD))
				.withRequestBody(matchingJsonPath("$.instance.instanceId", equalTo("gateway:127.0.0.1:" + port)))
				.withRequestBody(matchingJsonPath("$.instance.hostName", equalTo("127.0.0.1")))
				.withRequestBody(matchingJsonPath("$.instance.port.$", equalTo(port)))
				.withRequestBody(matchingJsonPath("$.instance.leaseInfo.durationInSecs", equalTo("4")))
				.withRequestBody(matchingJsonPath("$.instance.status", equalTo("UP")))));
		}
	}

	@Test
	void itRegistersTheAddressItIsTold() {
		try (ConfigurableApplicationContext _ = start("duken.registry.advertised-port=1234",
				"eureka.instance.hostname=proxy.test")) {
			await().untilAsserted(() -> this.registry.verify(postRequestedFor(urlEqualTo("/eureka/apps/GATEWAY"))
				.withRequestBody(matchingJsonPath("$.instance.hostName", equalTo("proxy.test")))
				.withRequestBody(matchingJsonPath("$.instance.port.$", equalTo("1234")))));
		}
	}

	@Test
	void itLeavesTheRegistryFirstAndServesOnForAWhile() throws Exception {
		ConfigurableApplicationContext gateway = start("duken.drain=2s");
		var client = new Client(gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
		assertThat(client.send("GET", "/").status()).isEqualTo(200);
		assertThat(client.send("GET", "/readyz").status()).isEqualTo(200);

		CompletableFuture<Void> closing = CompletableFuture.runAsync(gateway::close);
		await().untilAsserted(() -> this.registry.verify(postRequestedFor(urlEqualTo("/eureka/apps/GATEWAY"))
			.withRequestBody(matchingJsonPath("$.instance.status", equalTo("DOWN")))));

		assertThat(client.send("GET", "/").status()).isEqualTo(200);
		assertThat(client.send("GET", "/readyz").status()).isEqualTo(503);
		closing.get();
		this.registry.verify(deleteRequestedFor(urlPathMatching("/eureka/apps/GATEWAY/.*")));
	}

	@Test
	void itStartsWithoutTheRegistry() throws Exception {
		this.registry.stubFor(any(anyUrl()).willReturn(serverError()));

		try (ConfigurableApplicationContext gateway = start()) {
			var client = new Client(gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			assertThat(client.send("GET", "/readyz").status()).isEqualTo(200);
			assertThat(client.send("GET", "/api/cart").problem()).isEqualTo("unavailable");
		}
	}

	private ConfigurableApplicationContext start(String... arguments) {
		return new SpringApplicationBuilder(GatewayApplication.class).initializers(
				(context) -> TestPropertyValues
					.of("server.port=0", "duken.drain=0s", "duken.registry.password=" + PASSWORD,
							"DUKEN_REGISTRY_URL=" + this.registry.baseUrl() + "/eureka/")
					.and(arguments)
					.applyTo(context))
			.run();
	}

}
