package kz.duken.cart;

import java.util.UUID;

import kz.duken.test.ServiceTest;
import kz.duken.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class BadInputTests {

	@Autowired
	private RestTestClient client;

	private final Market market = new Market();

	private Calls calls;

	private UUID phone;

	private String item;

	@BeforeEach
	void onePhoneInTheCart() {
		this.calls = new Calls(this.client);
		this.phone = this.market.product();
		this.market.offer(this.phone, "10", 5000);
		this.item = this.calls.add(this.phone, 1).itemId(0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"productId": "ID", "quantity": 1                          | malformed-request | none
			[]                                                         | malformed-request | none
			null                                                       | malformed-request | none
			{"productId": "ID", "quantity": 1} 2                       | malformed-request | none
			{"quantity": 1}                                            | validation        | /productId
			{"productId": null, "quantity": 1}                         | validation        | /productId
			{"productId": "1", "quantity": 1}                          | validation        | /productId
			{"productId": 1, "quantity": 1}                            | validation        | /productId
			{"productId": "ID", "shopId": "x", "quantity": 1}          | validation        | /shopId
			{"productId": "ID"}                                        | validation        | /quantity
			{"productId": "ID", "quantity": null}                      | validation        | /quantity
			{"productId": "ID", "quantity": 0}                         | validation        | /quantity
			{"productId": "ID", "quantity": -1}                        | validation        | /quantity
			{"productId": "ID", "quantity": 1000}                      | validation        | /quantity
			{"productId": "ID", "quantity": 1.5}                       | validation        | /quantity
			{"productId": "ID", "quantity": "1"}                       | validation        | /quantity
			{"productId": "ID", "quantity": true}                      | validation        | /quantity
			{"productId": "ID", "quantity": 1, "unitPrice": 1}         | validation        | /unitPrice
			""")
	void aBadAdditionChangesNothing(String body, String slug, String pointer) {
		refused(HttpMethod.POST, "/api/cart/items", body, slug, pointer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"quantity": }                     | malformed-request | none
			{}                                 | validation        | /quantity
			{"quantity": 0}                    | validation        | /quantity
			{"quantity": 1000}                 | validation        | /quantity
			{"quantity": 99999999999999999999} | validation        | /quantity
			{"quantity": [1]}                  | validation        | /quantity
			{"quantity": 1, "shopId": null}    | validation        | /shopId
			""")
	void aBadChangeChangesNothing(String body, String slug, String pointer) {
		refused(HttpMethod.PUT, "/api/cart/items/" + this.item, body, slug, pointer);
	}

	private void refused(HttpMethod method, String path, String body, String slug, String pointer) {
		JsonNode before = this.calls.cart().body();
		Calls.Answer answer = this.calls.own(method, path, body.replace("ID", this.phone.toString()));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.slug()).isEqualTo(slug);
		assertThat(answer.pointer()).isEqualTo(pointer);
		assertThat(this.calls.cart().body()).isEqualTo(before);
	}

	@Test
	void whatIsNotThereIsNotFound() {
		assertThat(this.calls.change(UUID.randomUUID().toString(), 1).slug()).isEqualTo("not-found");
		assertThat(this.calls.change("no-id", 1).slug()).isEqualTo("not-found");
		assertThat(this.calls.remove("no-id").slug()).isEqualTo("not-found");
		assertThat(new Calls(this.client).remove(this.item).slug()).isEqualTo("not-found");
		assertThat(this.calls.attach("X").slug()).isEqualTo("promo-code-unknown");
		assertThat(this.calls.attach("x'; drop table cart").slug()).isEqualTo("promo-code-unknown");
	}

	@Test
	void theRestIsToldAsWhatItIs() {
		assertThat(
				this.calls.own(HttpMethod.POST, "/api/cart/items", "{\"x\": \"" + "x".repeat(1_100_000) + "\"}").slug())
			.isEqualTo("payload-too-large");
		assertThat(this.calls.call(HttpMethod.POST, "/api/cart/items", Calls.ORDER_SERVICE, "x", MediaType.TEXT_PLAIN)
			.status()).isEqualTo(401);
		assertThat(this.calls.own(HttpMethod.PATCH, "/api/cart", "{}").slug()).isEqualTo("method-not-allowed");
		assertThat(this.calls
			.call(HttpMethod.POST, "/api/cart/items", TestTokens.customer(this.calls.customer()), "x",
					MediaType.TEXT_PLAIN)
			.slug()).isEqualTo("unsupported-media-type");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                                        | /lines
			{"lines": [null]}                                         | /lines/0
			{"lines": [{"productId": "ID", "shopId": "ID"}]}          | /lines/0/quantity
			{"lines": [{"productId": "ID", "quantity": 1}]}           | /lines/0/shopId
			{"lines": [{"productId": "ID", "shopId": "ID", "quantity": 0}]} | /lines/0/quantity
			""")
	void aBadOrderChangesNothing(String body, String pointer) {
		Calls.Answer answer = this.calls.call(HttpMethod.PUT,
				"/internal/carts/" + this.calls.customer() + "/orders/" + UUID.randomUUID(), Calls.ORDER_SERVICE,
				body.replace("ID", this.phone.toString()));
		assertThat(answer.slug()).isEqualTo("validation");
		assertThat(answer.pointer()).isEqualTo(pointer);
	}

}
