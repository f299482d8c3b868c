package kz.duken.system;

import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody looks round without an account, and takes the cart along when he has one. */
class GuestJourney {

	private static final String TOKEN = "X-Cart-Token";

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void aGuestsCartIsHisWhoHasItsToken() {
		Wares wares = Wares.offered("100", 10);
		Answer nothing = Person.STRANGER.get("/api/cart").expect(200);
		assertThat(nothing.at("/id").isNull()).isTrue();
		assertThat(nothing.header(TOKEN)).isEmpty();

		Answer cart = wares.intoCartOf(Person.STRANGER, 2).expect(201);
		String token = cart.header(TOKEN);

		assertThat(token).isNotBlank();
		assertThat(Person.STRANGER.get("/api/cart", TOKEN, token).expect(200).text("/id")).isEqualTo(cart.text("/id"));
		assertThat(Person.STRANGER.get("/api/cart", TOKEN, "x" + token).expect(200).at("/id").isNull()).isTrue();
		String item = "/api/cart/items/" + cart.text("/items/0/id");
		Person.STRANGER.put(item, "{\"quantity\": 3}").expectProblem(404, "not-found");
		assertThat(Person.STRANGER.put(item, "{\"quantity\": 3}", TOKEN, token).expect(200).whole("/total"))
			.isEqualTo(300);
		assertThat(Person.STRANGER.send("DELETE", item, "", TOKEN, token).expect(200).at("/items")).isEmpty();
	}

	@Test
	void aCartIsTakenAlongOnce() {
		Wares wares = Wares.offered("100", 4);
		Person customer = Person.registered();
		wares.intoCartOf(customer, 3).expect(201);
		String token = wares.intoCartOf(Person.STRANGER, 2).expect(201).header(TOKEN);

		Answer merged = customer.post("/api/cart/merge", "", TOKEN, token).expect(200);
		Answer again = customer.post("/api/cart/merge", "", TOKEN, token).expect(200);

		assertThat(merged.whole("/items/0/quantity")).isEqualTo(4);
		customer.delete("/api/cart").expect(200);
		wares.intoCartOf(customer, 4).expect(201);
		assertThat(merged.at("/notices").findValuesAsString("kind")).contains("REDUCED");
		assertThat(again.whole("/count")).isEqualTo(4);
		assertThat(Person.STRANGER.get("/api/cart", TOKEN, token).expect(200).at("/id").isNull()).isTrue();
		assertThat(customer.post("/api/cart/merge", "").status()).isEqualTo(400);
		Person.STRANGER.post("/api/cart/merge", "", TOKEN, token).expectProblem(401, "unauthorized");
	}

	@Test
	void aPromoCodeTakesItsPartOffAndComesBackWithTheOrder() {
		String code = "C" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
		Person admin = Person.admin();
		admin.post("/api/promo-codes", "{\"code\": \"" + code + "\", \"percent\": 10, \"usageLimit\": 1}").expect(201);
		admin.post("/api/promo-codes", "{\"code\": \"" + code + "\", \"percent\": 10}")
			.expectProblem(409, "promo-code-taken");
		Wares wares = Wares.offered("99.99", 10);
		Person customer = Person.registered().withMoney("1000");
		wares.intoCartOf(customer, 1).expect(201);
		customer.put("/api/cart/promo-code", "{\"code\": \"NOSUCHCODE\"}").expectProblem(404, "promo-code-unknown");

		Answer cart = customer.put("/api/cart/promo-code", "{\"code\": \"" + code.toLowerCase(Locale.ROOT) + "\"}")
			.expect(200);
		assertThat(cart.at("/discount").decimalValue()).isEqualByComparingTo("10");
		assertThat(customer.delete("/api/cart/promo-code").expect(200).at("/promoCode").isNull()).isTrue();
		customer.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}").expect(200);
		Answer order = customer.order(Person.newKey()).expect(201);
		assertThat(order.at("/total").decimalValue()).isEqualByComparingTo("89.99");
		assertThat(customer.balance()).isEqualTo("910.01");
		usedUpFor(Person.registered(), wares, code);

		customer.post("/api/orders/" + order.text("/id") + "/cancel", "").expect(200);
		assertThat(customer.balance()).isEqualTo("1000.00");
		Person next = Person.registered().withMoney("1000");
		wares.intoCartOf(next, 1).expect(201);
		next.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}").expect(200);
		next.order(Person.newKey()).expect(201);
		assertThat(admin.get("/api/promo-codes?size=100").expect(200).at("/items").findValuesAsString("code"))
			.contains(code);
		admin.delete("/api/promo-codes/" + code).expect(204);
	}

	private static void usedUpFor(Person customer, Wares wares, String code) {
		wares.intoCartOf(customer, 1).expect(201);
		Answer refused = customer.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}")
			.expectProblem(409, "promo-code-not-applicable");
		assertThat(refused.text("/reason")).isEqualTo("USED_UP");
	}

}
