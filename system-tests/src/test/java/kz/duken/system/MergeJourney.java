package kz.duken.system;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A guest with a promo code logs in, and finds out what becomes of it. */
class MergeJourney {

	private static final String TOKEN = "X-Cart-Token";

	private final Wares wares = Wares.offered("100", 9);

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void theCustomersOwnCodeStays() {
		String own = PromoCodes.made("\"percent\": 10");
		String guest = guestWith(PromoCodes.made("\"percent\": 50"));
		Person customer = Person.registered();
		this.wares.intoCartOf(customer, 1).expect(201);
		PromoCodes.attach(customer, own).expect(200);

		Answer cart = merge(customer, guest);

		shows(cart, own, 300, 30);
		assertThat(cart.at("/items/0/quantity").intValue()).isEqualTo(3);
		assertThat(cart.at("/notices")).isEmpty();
		assertThat(merge(customer, guest).body()).as("a second merge").isEqualTo(cart.body());
		Answer left = Person.STRANGER.get("/api/cart", TOKEN, guest).expect(200);
		assertThat(left.at("/id").isNull()).isTrue();
		assertThat(left.at("/promoCode").isNull()).isTrue();
	}

	@Test
	void theGuestsCodeIsUsedByTheCustomer() {
		String code = PromoCodes.made("\"percent\": 10, \"usageLimit\": 1");
		String guest = guestWith(code);
		Person customer = Person.registered().withMoney("1000");

		shows(merge(customer, guest), code, 200, 20);

		Answer order = customer.order(Person.newKey(), "180").expect(201);
		assertThat(order.whole("/discount")).isEqualTo(20);
		assertThat(customer.balance()).isEqualTo("820.00");
		assertThat(customer.get("/api/cart").expect(200).at("/promoCode").isNull()).isTrue();
		Person another = Person.registered();
		this.wares.intoCartOf(another, 1).expect(201);
		assertThat(PromoCodes.attach(another, code).expectProblem(409, "promo-code-not-applicable").text("/reason"))
			.isEqualTo("USED_UP");
	}

	@Test
	void theGuestsCodeThatTheCustomerHasUsedIsRefusedWhenHeOrders() {
		String code = PromoCodes.made("\"percent\": 10, \"perCustomerLimit\": 1");
		Person customer = Person.registered().withMoney("1000");
		this.wares.intoCartOf(customer, 1).expect(201);
		PromoCodes.attach(customer, code).expect(200);
		customer.order(Person.newKey(), "90").expect(201);
		shows(merge(customer, guestWith(code)), code, 200, 20);

		Answer refused = customer.order(Person.newKey(), "180").expectProblem(409, "promo-code-not-applicable");

		assertThat(refused.text("/reason")).isEqualTo("USED_BY_CUSTOMER");
		assertThat(customer.balance()).isEqualTo("910.00");
		assertThat(this.wares.stock()).isEqualTo(8);
		shows(customer.get("/api/cart").expect(200), code, 200, 20);
		assertThat(customer.delete("/api/cart/promo-code").expect(200).whole("/total")).isEqualTo(200);
		customer.order(Person.newKey(), "200").expect(201);
	}

	/** A guest who has two pieces and a code; the token of his cart. */
	private String guestWith(String code) {
		String token = this.wares.intoCartOf(Person.STRANGER, 2).expect(201).header(TOKEN);
		Person.STRANGER.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}", TOKEN, token).expect(200);
		return token;
	}

	private static Answer merge(Person customer, String guest) {
		return customer.post("/api/cart/merge", "", TOKEN, guest).expect(200);
	}

	private static void shows(Answer cart, String code, long sum, long discount) {
		assertThat(cart.text("/promoCode")).isEqualTo(code);
		assertThat(cart.whole("/sum")).isEqualTo(sum);
		assertThat(cart.whole("/discount")).isEqualTo(discount);
		assertThat(cart.whole("/total")).isEqualTo(sum - discount);
	}

}
