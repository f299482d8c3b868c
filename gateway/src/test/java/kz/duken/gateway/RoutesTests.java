package kz.duken.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class RoutesTests {

	private static final String[] SERVICES = { "customer-service", "product-service", "category-service",
			"shop-service", "cart-service", "order-service" };

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry registry) {
		for (String service : SERVICES) {
			Upstreams.register(registry, service, Upstreams.of(service).port());
		}
	}

	@BeforeEach
	void everyServiceSaysItsName() {
		for (String service : SERVICES) {
			WireMockServer upstream = Upstreams.of(service);
			upstream.resetAll();
			upstream.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("X-Service", service)));
		}
	}

	@ParameterizedTest
	@CsvSource({ "/api/customers,customer-service", "/api/customers/me/wallet/top-ups,customer-service",
			"/api/auth/login,customer-service", "/.well-known/jwks.json,customer-service",
			"/api/products,product-service", "/api/products/0198/offers,product-service",
			"/api/categories,category-service", "/api/categories/smartphones/products,category-service",
			"/api/shops,shop-service", "/api/shops/0198/offers/0199,shop-service", "/api/cart,cart-service",
			"/api/cart/items/0198,cart-service", "/api/promo-codes,cart-service",
			"/api/promo-codes/SPRING,cart-service", "/api/shops/0198/shipments,order-service",
			"/api/shops/0198/shipments/0199/ship,order-service", "/api/shops/0198/wallet/payouts,shop-service",
			"/v3/api-docs/cart-service,cart-service", "/api/orders,order-service",
			"/api/orders/0198/cancel,order-service" })
	void eachPathGoesToItsService(String path, String service) throws Exception {
		assertThat(client().send("GET", path).headers("X-Service")).containsExactly(service);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" })
	void everyMethodIsPassed(String method) throws Exception {
		Client.Answer answer = client().send(method, "/api/products/1");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.headers("X-Service")).containsExactly("product-service");
		Upstreams.of("product-service")
			.verify(anyRequestedFor(urlEqualTo("/api/products/1"))
				.andMatching((request) -> MatchResult.of(request.getMethod().getName().equals(method))));
	}

	@Test
	void queryAndBodyArriveAsTheyWereSent() throws Exception {
		client().send("GET", "/api/products?q=%D1%87%D0%B0%D1%81%D1%8B+a%26b&brand=A&brand=B&attr.Color=red");
		client().sendBody("POST", "/api/orders", "{\"a\": \"\u00e9\"}", "Content-Type: application/json",
				"Idempotency-Key: \"k 1\"");

		Upstreams.of("product-service")
			.verify(getRequestedFor(
					urlEqualTo("/api/products?q=%D1%87%D0%B0%D1%81%D1%8B%20a%26b&brand=A&brand=B&attr.Color=red")));
		Upstreams.of("order-service")
			.verify(postRequestedFor(urlEqualTo("/api/orders")).withHeader("Idempotency-Key", equalTo("\"k 1\""))
				.withRequestBody(binaryEqualTo("{\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1))));
	}

	@Test
	void headersOfTheApiPassBothWays() throws Exception {
		Upstreams.of("shop-service")
			.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(201)
				.withHeader("ETag", "\"7\"")
				.withHeader("Location", "/api/shops/1")
				.withHeader("X-Cart-Token", "t")
				.withHeader("Idempotency-Replayed", "true")
				.withHeader("Cache-Control", "max-age=5")));

		Client.Answer answer = client().send("PUT", "/api/shops/1/offers/2", "Authorization: Bearer x",
				"If-Match: \"6\"", "If-None-Match: \"5\"", "X-Cart-Token: s");

		Upstreams.of("shop-service")
			.verify(anyRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer x"))
				.withHeader("If-Match", equalTo("\"6\""))
				.withHeader("If-None-Match", equalTo("\"5\""))
				.withHeader("X-Cart-Token", equalTo("s")));
		assertThat(answer.headers("ETag")).containsExactly("\"7\"");
		assertThat(answer.headers("Location")).containsExactly("/api/shops/1");
		assertThat(answer.headers("X-Cart-Token")).containsExactly("t");
		assertThat(answer.headers("Idempotency-Replayed")).containsExactly("true");
		assertThat(answer.headers("Cache-Control")).containsExactly("max-age=5");
	}

	@Test
	void aClientCannotSpeakForTheGateway() throws Exception {
		client().send("GET", "/api/cart", "X-User-Id: 1", "x-user-roles: ADMIN", "Forwarded: for=6.6.6.6",
				"X-Forwarded-For: 6.6.6.6", "X-Forwarded-Prefix: /x", "X-Forwarded-Host: evil.test",
				"X-Forwarded-Proto: https");

		Upstreams.of("cart-service")
			.verify(getRequestedFor(anyUrl()).withHeader("X-User-Id", absent())
				.withHeader("X-User-Roles", absent())
				.withHeader("Forwarded", absent())
				.withHeader("X-Forwarded-Prefix", absent())
				.withHeader("X-Forwarded-For", equalTo("127.0.0.1"))
				.withHeader("X-Forwarded-Host", equalTo("store.test"))
				.withHeader("X-Forwarded-Proto", equalTo("http")));
	}

	@Test
	void headersOfOneConnectionStayOnIt() throws Exception {
		Upstreams.of("cart-service")
			.stubFor(any(anyUrl())
				.willReturn(aResponse().withHeader("Connection", "X-Inner").withHeader("X-Inner", "1").withBody("{}")));

		Client.Answer answer = client().send("GET", "/api/cart", "Connection: X-Hop", "X-Hop: 1", "TE: trailers",
				"Upgrade: h2c", "Keep-Alive: 5", "Proxy-Authorization: Basic x");

		Upstreams.of("cart-service")
			.verify(getRequestedFor(anyUrl()).withHeader("X-Hop", absent())
				.withHeader("TE", absent())
				.withHeader("Upgrade", absent())
				.withHeader("Keep-Alive", absent())
				.withHeader("Proxy-Authorization", absent()));
		assertThat(answer.headers("X-Inner")).isEmpty();
	}

	@Test
	void theTraceGoesOn() throws Exception {
		client().send("GET", "/api/cart");
		client().send("GET", "/api/orders", "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");

		Upstreams.of("cart-service")
			.verify(getRequestedFor(anyUrl()).withHeader("traceparent",
					matching("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]")));
		Upstreams.of("order-service")
			.verify(getRequestedFor(anyUrl()).withHeader("traceparent",
					matching("00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331).{16}-00")));
	}

	@Test
	void redirectsCookiesAndProblemsOfServicesAreHandedOn() throws Exception {
		Upstreams.of("order-service")
			.stubFor(any(urlEqualTo("/api/orders/1"))
				.willReturn(aResponse().withStatus(302).withHeader("Location", "/api/orders/2")));
		Upstreams.of("order-service")
			.stubFor(any(urlEqualTo("/api/orders/3")).willReturn(aResponse().withStatus(503)
				.withHeader("Content-Type", "application/problem+json")
				.withHeader("Retry-After", "7")
				.withHeader("Set-Cookie", "a=b")
				.withBody("{\"type\": \"/problems/unavailable\"}")));

		assertThat(client().send("GET", "/api/orders/1").headers("Location")).containsExactly("/api/orders/2");
		Client.Answer unavailable = client().send("GET", "/api/orders/3");
		assertThat(unavailable.status()).isEqualTo(503);
		assertThat(unavailable.headers("Retry-After")).containsExactly("7");
		assertThat(unavailable.raw()).contains("{\"type\": \"/problems/unavailable\"}");
		client().send("GET", "/api/orders/4");
		Upstreams.of("order-service")
			.verify(getRequestedFor(urlEqualTo("/api/orders/4")).withHeader("Cookie", absent()));
		Upstreams.of("order-service").verify(1, getRequestedFor(urlEqualTo("/api/orders/3")));
	}

	@Test
	void packedAnswersStayPacked() throws Exception {
		Upstreams.of("cart-service")
			.stubFor(any(anyUrl())
				.willReturn(aResponse().withHeader("Content-Encoding", "gzip").withBody(new byte[] { 31, 2, 3 })));

		Client.Answer answer = client().send("GET", "/api/cart", "Accept-Encoding: gzip");

		assertThat(answer.headers("Content-Encoding")).containsExactly("gzip");
	}

	@Test
	void thatNothingHasChangedIsToldAsTheServiceTellsIt() throws Exception {
		Upstreams.of("product-service")
			.stubFor(any(anyUrl()).withHeader("If-None-Match", equalTo("\"1\""))
				.willReturn(aResponse().withStatus(304).withHeader("ETag", "\"1\"")));

		Client.Answer answer = client().send("GET", "/api/products/1", "If-None-Match: \"1\"");

		assertThat(answer.status()).isEqualTo(304);
		assertThat(answer.headers("ETag")).containsExactly("\"1\"");
	}

	@Test
	void whetherAnythingHasChangedIsTheServicesToTell() throws Exception {
		Upstreams.of("shop-service")
			.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("ETag", "\"1\"")
				.withHeader("Last-Modified", "Sat, 28 Nov 2026 00:00:00 GMT")
				.withBody("{\"productName\": \"another\"}")));

		for (String condition : List.of("If-None-Match: \"1\"", "If-None-Match: *",
				"If-Modified-Since: Sun, 29 Nov 2026 00:00:00 GMT", "If-Match: \"2\"")) {
			Client.Answer answer = client().send("GET", "/api/shops/1/offers/1", condition);
			assertThat(answer.status()).as(condition).isEqualTo(200);
			assertThat(answer.raw()).contains("another");
		}
	}

	private Client client() {
		return new Client(this.port);
	}

}
