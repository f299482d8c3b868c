package kz.duken.system;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A cart tells what has changed about its goods, and where its limits are. */
class CartJourney {

	private static final String TOKEN = "X-Cart-Token";

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void whatCannotBeHadAnyMoreIsNoticed() {
		Wares few = Wares.offered("100", 5);
		Wares ended = Wares.offered("70.50", 5);
		Person customer = Person.registered();
		few.intoCartOf(customer, 4).expect(201);
		Answer before = ended.intoCartOf(customer, 2).expect(201);
		assertThat(before.at("/notices")).isEmpty();
		few.change("{\"stock\": 3}").expect(200);
		ended.owner().delete("/api/shops/" + ended.shopId() + "/offers/" + ended.productId()).expect(204);

		Answer cart = customer.get("/api/cart").expect(200);

		assertThat(cart.at("/items").findValuesAsString("available")).containsExactly("false", "false");
		assertThat(notices(cart)).containsExactlyInAnyOrder("UNAVAILABLE " + cart.text("/items/0/id"),
				"UNAVAILABLE " + cart.text("/items/1/id"));
		assertThat(cart.at("/items/1/unitPrice").decimalValue()).isEqualByComparingTo("70.50");
		assertThat(cart.whole("/total")).isEqualTo(541);
		String item = "/api/cart/items/" + cart.text("/items/0/id");
		assertThat(customer.put(item, "{\"quantity\": 4}").expectProblem(409, "out-of-stock").whole("/available"))
			.isEqualTo(3);
		customer.put(item, "{\"quantity\": 3}").expect(200);
		Answer mended = customer.delete("/api/cart/items/" + cart.text("/items/1/id")).expect(200);
		assertThat(mended.at("/notices")).isEmpty();
		assertThat(mended.whole("/total")).isEqualTo(300);
		assertThat(ended.intoCartOf(customer, 1).expectProblem(409, "out-of-stock").whole("/available")).isZero();
	}

	@Test
	void nobodyBuysInAShopThatIsNotActive() {
		Wares wares = Wares.offered("100", 5);
		Person customer = Person.registered();
		String item = wares.intoCartOf(customer, 1).expect(201).text("/items/0/id");
		Person.admin().put("/api/shops/" + wares.shopId() + "/status", "{\"status\": \"SUSPENDED\"}").expect(200);

		Answer refused = wares.intoCartOf(Person.registered(), 1).expectProblem(400, "validation");

		assertThat(refused.text("/errors/0/pointer")).isEqualTo("/shopId");
		customer.put("/api/cart/items/" + item, "{\"quantity\": 2}").expectProblem(409, "out-of-stock");
		assertThat(notices(customer.get("/api/cart").expect(200))).containsExactly("UNAVAILABLE " + item);
	}

	@Test
	void aNewPriceIsNoticedUntilTheCustomerTakesIt() {
		Wares wares = Wares.offered("100", 4);
		Person customer = Person.registered();
		String item = wares.intoCartOf(customer, 1).expect(201).text("/items/0/id");
		wares.change("{\"price\": 120.50}").expect(200);

		Answer cart = customer.get("/api/cart").expect(200);

		assertThat(cart.at("/items/0/priceChanged").asBoolean()).isTrue();
		assertThat(cart.whole("/items/0/acceptedPrice")).isEqualTo(100);
		assertThat(cart.at("/total").decimalValue()).isEqualByComparingTo("120.50");
		assertThat(notices(cart)).containsExactly("PRICE_CHANGED " + item);
		assertThat(cart.text("/notices/0/detail")).isNotBlank();
		Answer taken = customer.put("/api/cart/items/" + item, "{\"quantity\": 2}").expect(200);
		assertThat(taken.at("/notices")).isEmpty();
		assertThat(taken.at("/items/0/acceptedPrice").decimalValue()).isEqualByComparingTo("120.50");
		assertThat(taken.whole("/total")).isEqualTo(241);
	}

	@Test
	void whatIsTakenAlongIsReducedToStockAndLimit() {
		Wares few = Wares.offered("10", 4);
		Wares many = Wares.offered("1", 2000);
		Person customer = Person.registered();
		few.intoCartOf(customer, 3).expect(201);
		many.intoCartOf(customer, 990).expect(201);
		String token = few.intoCartOf(Person.STRANGER, 2).expect(201).header(TOKEN);
		Person.STRANGER
			.post("/api/cart/items", """
					{"productId": "%s", "shopId": "%s", "quantity": 20}""".formatted(many.productId(), many.shopId()),
					TOKEN, token)
			.expect(201);
		String code = PromoCodes.made("\"amount\": 5");
		Person.STRANGER.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}", TOKEN, token).expect(200);

		Answer cart = customer.post("/api/cart/merge", "", TOKEN, token).expect(200);

		assertThat(cart.at("/items").findValuesAsString("quantity")).containsExactly("4", "999");
		assertThat(notices(cart)).containsExactlyInAnyOrder("REDUCED " + cart.text("/items/0/id"),
				"REDUCED " + cart.text("/items/1/id"));
		assertThat(cart.text("/promoCode")).isEqualTo(code);
		assertThat(cart.whole("/total")).isEqualTo(1034);
		Answer looked = customer.put("/api/cart/items/" + cart.text("/items/0/id"), "{\"quantity\": 4}").expect(200);
		assertThat(notices(looked)).containsExactly("REDUCED " + cart.text("/items/1/id"));
	}

	@Test
	void aLineHoldsNineHundredAndNinetyNine() {
		Wares wares = Wares.offered("1", 2000);
		Person customer = Person.registered();
		String item = wares.intoCartOf(customer, 998).expect(201).text("/items/0/id");
		assertThat(wares.intoCartOf(customer, 1).expect(201).whole("/count")).isEqualTo(999);

		wares.intoCartOf(customer, 1).expectProblem(409, "quantity-limit");

		customer.put("/api/cart/items/" + item, "{\"quantity\": 1000}").expectProblem(400, "validation");
		assertThat(customer.get("/api/cart").expect(200).whole("/items/0/quantity")).isEqualTo(999);
	}

	@Test
	void aCartHoldsAHundredLines() {
		Wares wares = Wares.offered("1", 9);
		List<Wares> goods = assortment(wares, 101);
		Person customer = Person.registered();
		goods.subList(0, 100).forEach((one) -> one.intoCartOf(customer, 1).expect(201));

		goods.getLast().intoCartOf(customer, 1).expectProblem(409, "cart-full");

		Answer full = goods.getFirst().intoCartOf(customer, 1).expect(201);
		assertThat(full.at("/items")).hasSize(100);
		assertThat(full.whole("/count")).isEqualTo(101);
		String token = goods.getLast().intoCartOf(Person.STRANGER, 1).expect(201).header(TOKEN);
		Answer merged = customer.post("/api/cart/merge", "", TOKEN, token).expect(200);
		assertThat(merged.at("/items")).hasSize(100);
		assertThat(merged.at("/notices").findValuesAsString("kind")).containsExactly("REDUCED");
		customer.delete("/api/cart/items/" + full.text("/items/0/id")).expect(200);
		assertThat(goods.getLast().intoCartOf(customer, 1).expect(201).at("/items")).hasSize(100);
	}

	/** So many goods of one shop, from a price list. */
	private static List<Wares> assortment(Wares wares, int count) {
		String mark = UUID.randomUUID().toString();
		String slug = Person.admin()
			.post("/api/categories", "{\"name\": \"Assortment " + mark + "\"}")
			.expect(201)
			.text("/slug");
		StringBuilder list = new StringBuilder("sku,product_id,name,brand,category,price,stock\n");
		IntStream.range(0, count)
			.forEach((i) -> list.append("L-%d,,Piece %d of %s,,%s,%d,5\n".formatted(i, i, mark, slug, 1 + i)));
		String offers = "/api/shops/" + wares.shopId() + "/offers";
		assertThat(wares.owner().upload(offers + "/import", "text/csv", list.toString()).expect(200).whole("/created"))
			.isEqualTo(count);
		Answer some = wares.owner().get(offers + "?size=100").expect(200);
		Answer others = wares.owner().get(offers + "?size=100&cursor=" + some.text("/nextCursor")).expect(200);
		return Stream.of(some, others)
			.flatMap((page) -> page.at("/items").findValuesAsString("productId").stream())
			.filter((product) -> !product.equals(wares.productId()))
			.map((product) -> new Wares(wares.owner(), wares.shopId(), product))
			.toList();
	}

	@Test
	void aPromoCodeSaysWhyItDoesNotApply() {
		Wares wares = Wares.offered("100", 9);
		Person customer = Person.registered().withMoney("1000");
		String rare = PromoCodes.made("\"percent\": 10, \"usageLimit\": 1");
		ordersWith(rare, Person.registered().withMoney("1000"), wares);
		String once = PromoCodes.made("\"percent\": 10, \"perCustomerLimit\": 1");
		ordersWith(once, customer, wares);
		String large = PromoCodes.made("\"percent\": 10, \"minSum\": 100.01");
		wares.intoCartOf(customer, 1).expect(201);

		assertThat(reason(customer, PromoCodes.made("\"percent\": 10, \"startsAt\": \"2999-01-01T00:00:00Z\"")))
			.isEqualTo("NOT_STARTED");
		assertThat(reason(customer, PromoCodes.made("\"percent\": 10, \"endsAt\": \"2020-01-01T00:00:00Z\"")))
			.isEqualTo("EXPIRED");
		assertThat(reason(customer, large)).isEqualTo("MIN_SUM");
		assertThat(reason(customer, rare)).isEqualTo("USED_UP");
		assertThat(reason(customer, once)).isEqualTo("USED_BY_CUSTOMER");

		Answer cart = customer.get("/api/cart").expect(200);
		assertThat(cart.at("/promoCode").isNull()).isTrue();
		assertThat(cart.at("/discount").decimalValue()).isZero();
		wares.intoCartOf(customer, 1).expect(201);
		assertThat(PromoCodes.attach(customer, large).expect(200).whole("/total")).isEqualTo(180);
		Person another = Person.registered();
		wares.intoCartOf(another, 1).expect(201);
		assertThat(PromoCodes.attach(another, once).expect(200).whole("/total")).isEqualTo(90);
	}

	@Test
	void aDiscountIsNeverMoreThanTheGoodsCost() {
		Wares wares = Wares.offered("99.99", 9);
		Person customer = Person.registered();
		wares.intoCartOf(customer, 1).expect(201);

		Answer cart = PromoCodes.attach(customer, PromoCodes.made("\"amount\": 100")).expect(200);

		assertThat(cart.at("/discount").decimalValue()).isEqualByComparingTo("99.99");
		assertThat(cart.at("/total").decimalValue()).isZero();
		assertThat(PromoCodes.attach(customer, PromoCodes.made("\"percent\": 50"))
			.expect(200)
			.at("/discount")
			.decimalValue()).as("half a tiyn is rounded up").isEqualByComparingTo("50");
		Answer free = PromoCodes.attach(customer, PromoCodes.made("\"percent\": 100")).expect(200);
		assertThat(free.at("/total").decimalValue()).isZero();
		assertThat(customer.order(Person.newKey()).expect(201).text("/paymentStatus")).isEqualTo("PAID");
	}

	private static void ordersWith(String code, Person customer, Wares wares) {
		wares.intoCartOf(customer, 1).expect(201);
		PromoCodes.attach(customer, code).expect(200);
		customer.order(Person.newKey()).expect(201);
	}

	private static String reason(Person customer, String code) {
		return PromoCodes.attach(customer, code).expectProblem(409, "promo-code-not-applicable").text("/reason");
	}

	/** Each kind with its line. */
	private static List<String> notices(Answer cart) {
		return cart.at("/notices").valueStream().map(CartJourney::notice).toList();
	}

	private static String notice(JsonNode notice) {
		return notice.at("/kind").asString() + " " + notice.at("/itemId").asString();
	}

}
