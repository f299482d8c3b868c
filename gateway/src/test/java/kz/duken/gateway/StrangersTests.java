package kz.duken.gateway;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** What does not belong here stays outside, and is told so. */
@GatewayTest
class StrangersTests {

	private static final String MIB = "x".repeat(1024 * 1024);

	@LocalServerPort
	private int port;

	private final WireMockServer products = Upstreams.of("product-service");

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry registry) {
		Upstreams.register(registry, "product-service", Upstreams.of("product-service").port());
	}

	@BeforeEach
	void theServiceAnswersEverything() {
		this.products.resetAll();
		this.products.stubFor(any(anyUrl()).willReturn(ok("secret")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/internal/products/1", "/internal", "/actuator", "/actuator/health", "/eureka/apps",
			"/api/products/../../internal/products/1", "/api/products/..", "/api/products/%2e%2e/%2e%2e/internal/x",
			"/api/products/.%2E/internal", "/api/products/..;/..;/internal/x", "/api/products;x=y",
			"/api/products/1;jsessionid=2", "//internal/products", "/api//products", "/api/products//1",
			"/api/products/%2f..%2finternal", "/api/products/%252e%252e/internal", "/api/products/%5c..%5cinternal",
			"/api/products/%3b/x", "/api/products/%00", "/api/products/%0d%0aX", "/api/products/./1", "/api/./products",
			"/API/products", "/api/productsx", "/api", "/error", "/images/../application.yaml", "/images/%2e%2e/x",
			"/application.yaml", "/index.html/.." })
	void whatIsNotRoutedIsNotThere(String path) throws Exception {
		Client.Answer answer = new Client(this.port).send("GET", path);

		assertThat(answer.status()).isIn(400, 404);
		assertThat(answer.raw()).doesNotContain("secret").doesNotContain("Whitelabel");
		if (answer.status() == 404) {
			assertThat(answer.problem()).isEqualTo("not-found");
		}
		this.products.verify(0, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://other.test/internal/x", "http://other.test/api/products/../../internal/x", "*" })
	void otherFormsOfATargetLeadNowhereElse(String target) throws Exception {
		assertThat(new Client(this.port).send("GET", target).status()).isIn(400, 404);
		this.products.verify(0, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/products/a.b..c", "/api/products/%D1%87%D0%B0%D1%81%D1%8B", "/api/products/a+b~c@d",
			"/api/products/" })
	void plainPathsArriveAsTheyAre(String path) throws Exception {
		assertThat(new Client(this.port).send("GET", path).status()).isEqualTo(200);
		this.products.verify(1, anyRequestedFor(urlEqualTo(path)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/images/test.svg", "/livez" })
	void filesAreOnlyRead(String path) throws Exception {
		Client.Answer answer = new Client(this.port).send("DELETE", path);

		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.problem()).isEqualTo("method-not-allowed");
		assertThat(answer.headers("Allow")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/images/nothing.svg", "/images/", "/images" })
	void anUnknownPathIsNotFoundWhateverTheMethod(String path) throws Exception {
		assertThat(new Client(this.port).send("POST", path).problem()).isEqualTo("not-found");
		assertThat(new Client(this.port).send("GET", path, "Accept: text/html").problem()).isEqualTo("not-found");
		Client.Answer head = new Client(this.port).send("HEAD", path);
		assertThat(head.status()).isEqualTo(404);
		assertThat(head.body()).isEmpty();
	}

	/** The server reads what it has no use for, so that its answer is not cut off. */
	@Test
	void whoeverIsRefusedIsToldSoHoweverLongHisPriceList() throws Exception {
		Client.Answer answer = new Client(this.port).sendBody("POST", "/api/shops/1/offers/import", MIB.repeat(5),
				"Content-Type: application/x-www-form-urlencoded");

		assertThat(answer.problem()).isEqualTo("unsupported-media-type");
	}

	@ParameterizedTest
	@ValueSource(strings = { "BREW", "PROPFIND", "TRACE" })
	void unknownMethodsAreNotAllowed(String method) throws Exception {
		Client.Answer answer = new Client(this.port).send(method, "/api/products");

		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.raw()).doesNotContain("Tomcat").doesNotContain("secret");
	}

	@Test
	void aBodyOfOneMebibytePasses() throws Exception {
		assertThat(new Client(this.port).sendBody("POST", "/api/products", MIB).status()).isEqualTo(200);
		assertThat(new Client(this.port).sendChunked("PUT", "/api/products", MIB.substring(0, 4096), 256).status())
			.isEqualTo(200);
	}

	@Test
	void aLargerBodyIsRefusedBeforeItIsRead() throws Exception {
		Client.Answer answer = new Client(this.port)
			.raw("POST /api/products HTTP/1.1\r\nHost: h\r\nContent-Length: 1048577\r\n\r\n");

		assertThat(answer.problem()).isEqualTo("payload-too-large");
		assertThat(answer.status()).isEqualTo(413);
		this.products.verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	void aLargerBodyInPiecesIsRefusedOnTheWay() throws Exception {
		Client.Answer answer = new Client(this.port).sendChunked("POST", "/api/products", MIB.substring(0, 4096), 257);

		assertThat(answer.problem()).isEqualTo("payload-too-large");
		assertThat(answer.status()).isEqualTo(413);
	}

	@Test
	void aBodyThatIsBrokenIsMalformed() throws Exception {
		Client.Answer answer = new Client(this.port)
			.raw("POST /api/products HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n");

		assertThat(answer.problem()).isEqualTo("malformed-request");
		assertThat(answer.status()).isEqualTo(400);
	}

	@Test
	void formsAreRefused() throws Exception {
		Client.Answer answer = new Client(this.port).sendBody("POST", "/api/products", "a=b&c=d",
				"Content-Type: application/x-www-form-urlencoded");

		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.problem()).isEqualTo("unsupported-media-type");
		assertThat(new Client(this.port)
			.sendBody("POST", "/api/products", "", "Content-Type: application/x-www-form-urlencoded")
			.status()).isEqualTo(200);
		this.products.verify(1, postRequestedFor(urlEqualTo("/api/products")));
	}

	@Test
	void badEncodingAndBadTypesAreNoErrorOfOurs() throws Exception {
		assertThat(new Client(this.port).send("GET", "/api/products?q=%zz").status()).isIn(200, 400);
		assertThat(new Client(this.port).send("GET", "/api/products?q=%E0%A4").status()).isIn(200, 400);
		assertThat(new Client(this.port).sendBody("POST", "/api/products", "{}", "Content-Type: nonsense").status())
			.isEqualTo(200);
		assertThat(new Client(this.port).send("GET", "/nothing", "Accept: nonsense").problem()).isEqualTo("not-found");
	}

	@Test
	void pagesOfOtherOriginsAreNotServed() throws Exception {
		Client.Answer preflight = new Client(this.port).send("OPTIONS", "/api/products", "Origin: http://evil.test",
				"Access-Control-Request-Method: POST");

		assertThat(preflight.status()).isEqualTo(403);
		assertThat(preflight.problem()).isEqualTo("forbidden");
		assertThat(new Client(this.port).send("GET", "/api/products", "Origin: http://evil.test")
			.headers("Access-Control-Allow-Origin")).isEmpty();
	}

}
