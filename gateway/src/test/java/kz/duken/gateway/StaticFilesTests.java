package kz.duken.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class StaticFilesTests {

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry registry) {
		Upstreams.register(registry, "product-service", Upstreams.of("product-service").port());
	}

	@Test
	void aPictureIsSvgThatMayBeKeptAndRunsNothing() throws Exception {
		Client.Answer answer = get("/images/test.svg");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.headers("Content-Type")).containsExactly("image/svg+xml");
		assertThat(answer.headers("Cache-Control")).containsExactly("max-age=86400, public");
		assertThat(answer.headers("Content-Security-Policy").getFirst()).contains("default-src 'none'")
			.contains("sandbox");
		assertThat(get("/images/test.svg", "If-Modified-Since: " + answer.headers("Last-Modified").getFirst()).status())
			.isEqualTo(304);
	}

	@Test
	void theFirstPageNamesTheApi() throws Exception {
		Client.Answer answer = get("/");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.headers("Content-Type").getFirst()).startsWith("text/html");
		assertThat(answer.body()).contains("/api/products");
		assertThat(answer.headers("Content-Security-Policy").getFirst()).contains("default-src 'self'");
		assertThat(answer.headers("Cache-Control")).containsExactly("no-cache");
		assertThat(new Client(this.port).send("HEAD", "/").status()).isEqualTo(200);
	}

	@Test
	void theApisPageHasAllThatItAsksFor() throws Exception {
		Client.Answer page = get("/swagger-ui.html");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.headers("Content-Security-Policy").getFirst()).contains("default-src 'self'")
			.doesNotContain("script-src");
		Matcher parts = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"").matcher(page.body());
		assertThat(parts.results().map((part) -> part.group(1))).hasSize(4)
			.allSatisfy((path) -> assertThat(get(path).status()).as(path).isEqualTo(200));
	}

	@Test
	void healthIsOpen() throws Exception {
		assertThat(get("/livez").body()).contains("UP");
		assertThat(get("/readyz").body()).contains("UP");
	}

	@Test
	void everyAnswerCarriesTheSecurityHeadersOnce() throws Exception {
		for (String path : new String[] { "/", "/images/test.svg", "/nothing", "/livez", "/api/products", "/api/orders",
				"/internal/x", "/images//x" }) {
			Client.Answer answer = get(path);
			assertThat(answer.headers("X-Content-Type-Options")).as(path).containsExactly("nosniff");
			assertThat(answer.headers("X-Frame-Options")).as(path).containsExactly("DENY");
			assertThat(answer.headers("Referrer-Policy")).as(path).containsExactly("no-referrer");
			assertThat(answer.headers("Content-Security-Policy")).as(path).hasSize(1);
			assertThat(answer.headers("Cache-Control")).as(path).hasSizeLessThan(2);
			assertThat(answer.headers("Server")).as(path).isEmpty();
		}
		assertThat(get("/api/products").headers("Cache-Control")).containsExactly("no-store");
		assertThat(get("/nothing").headers("Cache-Control")).containsExactly("no-store");
	}

	private Client.Answer get(String path, String... headers) throws Exception {
		return new Client(this.port).send("GET", path, headers);
	}

}
