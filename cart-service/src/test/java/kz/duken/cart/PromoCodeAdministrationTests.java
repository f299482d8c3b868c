package kz.duken.cart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What administrators make and see of promo codes. */
@ServiceTest
class PromoCodeAdministrationTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	private Promotion promotion;

	@BeforeEach
	void aCode() {
		this.promotion = new Promotion(this.client, this.jdbc);
	}

	@Test
	void codesAreListedByName() {
		this.promotion.make(Map.of("percent", 5, "minSum", new BigDecimal("10.50"), "usageLimit", 7));
		String name = this.promotion.code();
		this.promotion = this.promotion.next();
		this.promotion.make(Map.of("amount", new BigDecimal("2.50")));
		JsonNode page = this.promotion.admin(HttpMethod.GET, "?size=100", null).body();
		List<String> codes = page.path("items").findValuesAsString("code");
		assertThat(codes).isSorted().containsSubsequence(name, this.promotion.code());
		JsonNode first = this.promotion.admin(HttpMethod.GET, "?size=1", null).body();
		JsonNode second = this.promotion
			.admin(HttpMethod.GET, "?size=1&cursor=" + first.path("nextCursor").stringValue(), null)
			.body();
		assertThat(second.at("/items/0/code").stringValue()).isEqualTo(codes.get(1));
		assertThat(this.promotion.admin(HttpMethod.GET, "?cursor=made-up", null).status()).isEqualTo(400);
	}

	@Test
	void equalCodesAreOne() {
		List<Calls.Answer> answers = AllAtOnce.run(6, () -> this.promotion.tryToMake(Map.of("percent", 5)));
		assertThat(answers.stream().filter((answer) -> answer.status() == 201)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.slug().equals("promo-code-taken"))).hasSize(5);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"percent": 5}                                    | /code
					{"code": "AB", "percent": 5}                      | /code
					{"code": "КОД", "percent": 5}                     | /code
					{"code": "A B C", "percent": 5}                   | /code
					{"code": "OK-1"}                                  | /percent
					{"code": "OK-1", "percent": 5, "amount": 5}       | /percent
					{"code": "OK-1", "percent": 0}                    | /percent
					{"code": "OK-1", "percent": 101}                  | /percent
					{"code": "OK-1", "percent": 1.5}                  | /percent
					{"code": "OK-1", "amount": 0}                     | /amount
					{"code": "OK-1", "amount": 1.005}                 | /amount
					{"code": "OK-1", "percent": 5, "minSum": -1}      | /minSum
					{"code": "OK-1", "percent": 5, "usageLimit": 0}   | /usageLimit
					{"code": "OK-1", "percent": 5, "perCustomerLimit": 99999999999} | /perCustomerLimit
					{"code": "OK-1", "percent": 5, "startsAt": "soon"} | /startsAt
					{"code": "OK-1", "percent": 5, "startsAt": "-999999999-01-01T00:00:00Z"} | /startsAt
					{"code": "OK-1", "percent": 5, "startsAt": "2026-01-02T00:00:00Z", "endsAt": "2026-01-01T00:00:00Z"} | /endsAt
					{"code": "OK-1", "percent": 5, "used": 0}         | /used
					""")
	void aBadCodeIsNotMade(String body, String pointer) {
		Calls.Answer answer = this.promotion.admin(HttpMethod.POST, "", body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.pointer()).isEqualTo(pointer);
		assertThat(
				this.promotion.admin(HttpMethod.GET, "?size=100", null).body().path("items").findValuesAsString("code"))
			.doesNotContain("OK-1");
	}

}
