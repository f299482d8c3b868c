package kz.duken.discovery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "duken.registry.password=p:ss/wörd@1",
		"duken.registry.settling=0s", "eureka.server.eviction-interval-timer-in-ms=100" })
class RegistryTests {

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Value("${duken.registry.password}")
	private String password;

	@Test
	void anInstanceIsSeenByWhoeverAsksAfterIt() throws Exception {
		assertThat(register("seen-service", 30)).isEqualTo(204);

		assertThat(fetch("/eureka/apps")).contains("seen-service:1");
		assertThat(fetch("/eureka/apps/delta")).contains("seen-service:1");
	}

	@Test
	void anInstanceThatCancelsIsGoneAtOnce() throws Exception {
		register("leaving-service", 30);

		assertThat(call("DELETE", instance("leaving-service"), "").statusCode()).isEqualTo(200);
		assertThat(fetch("/eureka/apps")).doesNotContain("leaving-service");
	}

	@Test
	void anInstanceThatFallsSilentIsSweptOut() throws Exception {
		assertThat(register("silent-service", 1)).isEqualTo(204);

		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(fetch("/eureka/apps")).doesNotContain("silent-service"));
	}

	@Test
	void aRenewalOfAnUnknownLeaseIsToldToRegister() throws Exception {
		assertThat(call("PUT", instance("forgotten-service"), "").statusCode()).isEqualTo(404);

		register("forgotten-service", 30);
		assertThat(call("PUT", instance("forgotten-service"), "").statusCode()).isEqualTo(200);
	}

	@Test
	void nothingButHealthIsOpen() throws Exception {
		assertThat(statusWithout("/livez")).isEqualTo(200);
		assertThat(statusWithout("/readyz")).isEqualTo(200);
		assertThat(statusWithout("/eureka/apps")).isEqualTo(401);
		assertThat(statusWithout("/eureka/v2/apps")).isEqualTo(401);
		assertThat(statusWithout("/")).isEqualTo(401);
		assertThat(statusWithout("/actuator/metrics")).isEqualTo(401);
		assertThat(call("GET", "/", "").statusCode()).isEqualTo(403);
		assertThat(call("GET", "/actuator/metrics", "").statusCode()).isEqualTo(403);
	}

	@Test
	void otherCredentialsAreRefused() throws Exception {
		for (String given : new String[] { "duken:", "duken:wrong", "other:" + this.password, "" }) {
			HttpRequest request = request(this.port, "/eureka/apps").header(HttpHeaders.AUTHORIZATION, basic(given))
				.build();
			assertThat(send(request).statusCode()).isEqualTo(401);
		}
	}

	@Test
	void managementTakesTheCredentialsToo() throws Exception {
		HttpRequest.Builder metrics = request(this.managementPort, "/actuator/metrics");

		assertThat(send(metrics.build()).statusCode()).isEqualTo(401);
		assertThat(
				send(metrics.header(HttpHeaders.AUTHORIZATION, basic("duken:" + this.password)).build()).statusCode())
			.isEqualTo(200);
	}

	private int register(String application, int leaseSeconds) throws Exception {
		return call("POST", "/eureka/apps/" + application, """
				{"instance": {"instanceId": "%1$s:1", "app": "%1$s", "vipAddress": "%1$s", "hostName": "127.0.0.1",
				"ipAddr": "127.0.0.1", "status": "UP", "port": {"$": 1, "@enabled": "true"},
				"dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"},
				"leaseInfo": {"renewalIntervalInSecs": 1, "durationInSecs": %2$d}}}""".formatted(application,
				leaseSeconds))
			.statusCode();
	}

	private static String instance(String application) {
		return "/eureka/apps/%1$s/%1$s:1".formatted(application);
	}

	private String fetch(String path) throws Exception {
		HttpResponse<String> response = call("GET", path, "");
		assertThat(response.statusCode()).isEqualTo(200);
		return response.body();
	}

	private HttpResponse<String> call(String method, String path, String body) throws Exception {
		return send(request(this.port, path).header(HttpHeaders.AUTHORIZATION, basic("duken:" + this.password))
			.header(HttpHeaders.CONTENT_TYPE, "application/json")
			.header(HttpHeaders.ACCEPT, "application/json")
			.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
			.build());
	}

	private int statusWithout(String path) throws Exception {
		return send(request(this.port, path).build()).statusCode();
	}

	private static HttpRequest.Builder request(int port, String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
	}

	private static String basic(String credentials) {
		int colon = credentials.indexOf(':');
		return (colon < 0) ? "Basic " : "Basic " + HttpHeaders.encodeBasicAuth(credentials.substring(0, colon),
				credentials.substring(colon + 1), StandardCharsets.UTF_8);
	}

	private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, BodyHandlers.ofString());
		}
	}

}
