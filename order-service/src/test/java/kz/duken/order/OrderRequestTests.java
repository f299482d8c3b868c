package kz.duken.order;

import java.util.stream.Stream;

import kz.duken.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes in badly is refused and leaves nothing. */
@UnhurriedOrderServiceTest
class OrderRequestTests {

	private static final String GOOD = """
			{"deliveryAddress": {"city": "Астана", "street": "Мангилик Ел", "building": "55/1", "apartment": "12",
			"postalCode": "010000", "recipient": "Ерлан", "phone": "87011234567"}, "expectedTotal": 349990.50,
			"comment": null}
			""";

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	private final Buyer buyer = Buyer.ofOneThing();

	@BeforeEach
	void allIsWell() {
		this.neighbours.isWell(this.buyer);
	}

	@Test
	void theGoodRequestIsGood() {
		assertThat(this.store.order(this.buyer, "k1", GOOD).status()).isEqualTo(201);
	}

	static Stream<Arguments> badBodies() {
		return Stream.of(bad("349990.50", "-1", "/expectedTotal"), bad("349990.50", "1.001", "/expectedTotal"),
				bad("349990.50", "\"349990.50\"", "/expectedTotal"), bad("349990.50", "null", "/expectedTotal"),
				bad("349990.50", "true", "/expectedTotal"), bad("349990.50", "1e999999999", "/expectedTotal"),
				bad("349990.50", "[]", "/expectedTotal"), bad("\"Астана\"", "null", "/deliveryAddress/city"),
				bad("\"Астана\"", "\" \"", "/deliveryAddress/city"), bad("\"Астана\"", "7", "/deliveryAddress/city"),
				bad("Астана", "x".repeat(101), "/deliveryAddress/city"),
				bad("Астана", "a\\u0000b", "/deliveryAddress/city"), bad("Астана", "a\\nb", "/deliveryAddress/city"),
				bad("Астана", "a\\ud800b", "/deliveryAddress/city"),
				bad("Мангилик Ел", "\\u0007", "/deliveryAddress/street"),
				bad("55/1", "1".repeat(101), "/deliveryAddress/building"),
				bad("\"12\"", "\"" + "1".repeat(21) + "\"", "/deliveryAddress/apartment"),
				bad("010000", "0".repeat(21), "/deliveryAddress/postalCode"),
				bad("Ерлан", "", "/deliveryAddress/recipient"), bad("87011234567", "call me", "/deliveryAddress/phone"),
				bad("87011234567", "1234", "/deliveryAddress/phone"),
				bad("\"comment\": null", "\"comment\": \"\\u0000\"", "/comment"),
				bad("\"comment\": null", "\"comment\": \"" + "x".repeat(501) + "\"", "/comment"),
				bad("\"comment\": null", "\"comment\": \"" + "x".repeat(19_000) + "\"", "/comment"),
				bad("\"comment\": null", "\"total\": 1", "/total"), bad("\"comment\": null", "\"id\": 1", "/id"),
				bad("\"apartment\"", "\"door\"", "/deliveryAddress/door"));
	}

	private static Arguments bad(String good, String bad, String pointer) {
		return Arguments.of(GOOD.replace(good, bad), pointer);
	}

	@ParameterizedTest
	@MethodSource("badBodies")
	void aBadValueIsRefusedAtItsPlace(String body, String pointer) {
		Store.Answer answer = this.store.order(this.buyer, "k1", body);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.slug()).isEqualTo("validation");
		assertThat(answer.body().path("errors").findValuesAsString("pointer")).contains(pointer);
		leftNothing();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[1]", "null", "\"text\"", "{\"comment\": \"a\", \"comment\": \"b\"}", "{} {}" })
	void whatIsNoOrderIsRefused(String body) {
		assertThat(this.store.order(this.buyer, "k1", body).status()).isEqualTo(400);
		leftNothing();
	}

	@Test
	void theKeyIsLookedAtBeforeTheBody() {
		assertThat(post(null, "{").slug()).isEqualTo("idempotency-key-missing");
		assertThat(post("\"k1", "{").slug()).isEqualTo("idempotency-key-invalid");
		assertThat(post("k".repeat(256), "{").slug()).isEqualTo("idempotency-key-invalid");
		assertThat(post("k".repeat(255), "{").slug()).isEqualTo("malformed-request");
		leftNothing();
	}

	@Test
	void aBodyOverOneMebibyteIsRefused() {
		assertThat(post("k1", " ".repeat(1024 * 1024) + GOOD).status()).isEqualTo(413);
		leftNothing();
	}

	@Test
	void anotherMediaTypeIsRefused() {
		Store.Answer answer = this.store.answer(this.store.client()
			.post()
			.uri("/api/orders")
			.headers((headers) -> headers.setBearerAuth(this.buyer.token()))
			.header("Idempotency-Key", "k1")
			.contentType(MediaType.TEXT_PLAIN)
			.body(GOOD)
			.exchange());

		assertThat(answer.slug()).isEqualTo("unsupported-media-type");
	}

	@ParameterizedTest
	@CsvSource({ "PUT, /api/orders", "DELETE, /api/orders/0199a2f0-0000-7000-8000-000000000000",
			"GET, /api/orders/0199a2f0-0000-7000-8000-000000000000/cancel" })
	void aMethodThatIsNotThereIsRefused(String method, String path) {
		assertThat(call(method, path, this.buyer.token()).slug()).isEqualTo("method-not-allowed");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /api/orders/none", "GET, /api/orders/none/history", "POST, /api/orders/none/cancel",
			"POST, /api/orders/0199a2f0-0000-7000-8000-000000000000/cancel",
			"GET, /api/orders/0199a2f0-0000-7000-8000-000000000000/receipt", "GET, /api/order" })
	void whatIsNotThereIsNotFound(String method, String path) {
		assertThat(call(method, path, this.buyer.token()).slug()).isEqualTo("not-found");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /api/orders", "POST, /api/orders", "GET, /api/orders/0199a2f0-0000-7000-8000-000000000000",
			"GET, /api/orders/0199a2f0-0000-7000-8000-000000000000/history",
			"POST, /api/orders/0199a2f0-0000-7000-8000-000000000000/cancel" })
	void aStrangerIsAskedToLogIn(String method, String path) {
		String serviceToken = TestTokens.service("cart-service", "order-service");

		assertThat(call(method, path, null).slug()).isEqualTo("unauthorized");
		assertThat(call(method, path, "rubbish").slug()).isEqualTo("unauthorized");
		assertThat(call(method, path, serviceToken).slug()).isEqualTo("unauthorized");
	}

	@Test
	void nothingIsInternal() {
		String customer = this.buyer.token();
		String service = TestTokens.service("cart-service", "order-service");

		assertThat(call("GET", "/internal/orders", customer).status()).isEqualTo(401);
		assertThat(call("GET", "/internal/orders", service).status()).isEqualTo(404);
	}

	private Store.Answer post(@Nullable String key, String body) {
		RestTestClient.RequestBodySpec request = this.store.client().post().uri("/api/orders");
		if (key != null) {
			request.header("Idempotency-Key", key);
		}
		return this.store.answer(request.headers((headers) -> headers.setBearerAuth(this.buyer.token()))
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange());
	}

	private Store.Answer call(String method, String path, @Nullable String token) {
		return this.store.answer(this.store.client().method(HttpMethod.valueOf(method)).uri(path).headers((headers) -> {
			if (token != null) {
				headers.setBearerAuth(token);
			}
		}).exchange());
	}

	private void leftNothing() {
		assertThat(this.store.orders(this.buyer).size()).isZero();
		assertThat(this.neighbours.calls(Neighbours.CART, this.buyer.id())).isZero();
	}

}
