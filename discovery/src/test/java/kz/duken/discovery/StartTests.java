package kz.duken.discovery;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class StartTests {

	@Test
	void aFreshRegistryRefusesFetchesAndIsReadyAllTheSame() {
		try (ConfigurableApplicationContext discovery = new SpringApplicationBuilder(DiscoveryApplication.class)
			.run("--server.port=0", "--duken.registry.password=secret", "--duken.registry.settling=1h")) {
			RestClient client = RestClient.builder()
				.baseUrl("http://127.0.0.1:" + discovery.getEnvironment().getProperty("local.server.port"))
				.defaultHeaders((headers) -> headers.setBasicAuth("duken", "secret"))
				.defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
				})
				.build();

			assertThat(status(client, "/eureka/apps")).isEqualTo(503);
			assertThat(status(client, "/eureka/apps/delta")).isEqualTo(503);
			assertThat(status(client, "/readyz")).isEqualTo(200);
		}
	}

	@Test
	void withoutAPasswordItSaysWhatToSetAndNothingElse(CapturedOutput output) {
		assertThatException().isThrownBy(() -> DiscoveryApplication.main(new String[0]));

		assertThat(output).containsOnlyOnce("set DUKEN_REGISTRY_PASSWORD")
			.doesNotContain("\tat ")
			.doesNotContain(" WARN ");
	}

	private static int status(RestClient client, String path) {
		return client.get().uri(path).retrieve().toBodilessEntity().getStatusCode().value();
	}

}
