package kz.duken.system;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Orders are looked for, looked after by an administrator, and put on paper. */
class OrdersJourney {

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void aCustomerLooksForHisOrders() {
		Wares wares = Wares.offered("100", 9);
		Person customer = Person.registered().withMoney("1000");
		String first = ordered(customer, wares);
		String second = ordered(customer, wares);
		String third = ordered(customer, wares);
		ordered(Person.registered().withMoney("100"), wares);
		customer.post("/api/orders/" + first + "/cancel", "").expect(200);
		wares.owner().post("/api/shops/" + wares.shopId() + "/shipments/" + second + "/ship", "").expect(200);

		assertThat(found(customer, "")).containsExactly(third, second, first);
		assertThat(found(customer, "status=CANCELLED")).containsExactly(first);
		assertThat(found(customer, "status=SHIPPED")).containsExactly(second);
		assertThat(found(customer, "status=CONFIRMED")).containsExactly(third);
		assertThat(found(customer, "status=DELIVERED")).isEmpty();
		assertThat(found(customer, "status=PENDING")).isEmpty();
		assertThat(found(customer, "status=REJECTED")).isEmpty();
		assertThat(turningPages(customer)).containsExactly(third, second, first);
		customer.get("/api/orders?status=LOST").expectProblem(400, "validation");
	}

	@Test
	void anOrderTellsWhatWasOrderedAndWhereItGoes() {
		Wares wares = Wares.offered("100.05", 9);
		Person customer = Person.registered().withMoney("1000");
		Answer cart = wares.intoCartOf(customer, 2).expect(201);

		Answer order = customer
			.post("/api/orders", Person.orderOf("200.1").replaceFirst("\\{", "{\"comment\": \"Ring twice\","),
					"Idempotency-Key", Person.newKey())
			.expect(201);

		assertThat(order.text("/customerId")).isEqualTo(customer.id());
		assertThat(order.text("/number")).isNotBlank();
		assertThat(order.text("/comment")).isEqualTo("Ring twice");
		assertThat(order.text("/deliveryAddress/street")).isEqualTo("Abay Avenue");
		for (String field : List.of("productId", "shopId", "name", "unitPrice", "quantity", "lineTotal")) {
			assertThat(order.at("/items/0/" + field)).as(field).isEqualTo(cart.at("/items/0/" + field));
		}
		assertThat(order.at("/shipments/0/total").decimalValue()).isEqualByComparingTo("200.10");
		assertThat(order.text("/shipments/0/status")).isEqualTo("PREPARING");
		assertThat(order.at("/rejection").isNull()).isTrue();
		assertThat(customer.get(order.header("Location")).expect(200).body()).isEqualTo(order.body());
	}

	@Test
	void anAdministratorLooksAfterAnothersOrder() {
		Wares wares = Wares.offered("250.50", 5);
		Person customer = Person.registered().withMoney("1000");
		Person other = Person.registered().withMoney("1000");
		String id = ordered(customer, wares);
		String others = ordered(other, wares);
		Person admin = Person.admin();
		String order = "/api/orders/" + id;

		assertThat(found(admin, "customerId=" + customer.id())).containsExactly(id);
		assertThat(found(admin, "customerId=" + customer.id() + "&status=CANCELLED")).isEmpty();
		assertThat(found(admin, "")).contains(id, others);
		assertThat(found(other, "customerId=" + customer.id())).isEmpty();
		assertThat(admin.get(order).expect(200).text("/customerId")).isEqualTo(customer.id());
		other.get(order).expectProblem(404, "not-found");
		other.get(order + "/history").expectProblem(404, "not-found");
		other.post(order + "/cancel", "").expectProblem(404, "not-found");
		admin.post(order + "/shipments/" + wares.shopId() + "/confirm", "").expectProblem(403, "forbidden");

		Answer cancelled = admin.post(order + "/cancel", "").expect(200);

		assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
		assertThat(cancelled.text("/paymentStatus")).isEqualTo("REFUNDED");
		assertThat(customer.balance()).isEqualTo("1000.00");
		assertThat(other.balance()).isEqualTo("749.50");
		assertThat(wares.stock()).isEqualTo(4);
		assertThat(customer.post(order + "/cancel", "").expect(200).body()).isEqualTo(cancelled.body());
		assertThat(admin.get(order + "/history").expect(200).at("/items").findValuesAsString("type"))
			.containsExactly("PLACED", "PAID", "CONFIRMED", "CANCELLED", "REFUNDED");
		assertThat(found(admin, "customerId=" + customer.id() + "&status=CANCELLED")).containsExactly(id);
	}

	@Test
	void theLastUseOfACodeMayBeSomebodyElses() {
		String code = PromoCodes.made("\"percent\": 10, \"usageLimit\": 1");
		Wares wares = Wares.offered("100", 5);
		Person late = Person.registered().withMoney("1000");
		Person quick = Person.registered().withMoney("1000");
		for (Person customer : List.of(late, quick)) {
			wares.intoCartOf(customer, 1).expect(201);
			customer.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}").expect(200);
		}
		quick.order(Person.newKey()).expect(201);

		Answer refused = late.order(Person.newKey()).expectProblem(409, "promo-code-not-applicable");

		assertThat(refused.text("/reason")).isEqualTo("USED_UP");
		assertThat(late.get("/api/orders?status=REJECTED").expect(200).text("/items/0/rejection/slug"))
			.isEqualTo("promo-code-not-applicable");
		assertThat(late.balance()).isEqualTo("1000.00");
		assertThat(wares.stock()).isEqualTo(4);
		assertThat(late.get("/api/cart").expect(200).text("/promoCode")).isEqualTo(code);
		late.delete("/api/cart/promo-code").expect(200);
		assertThat(late.order(Person.newKey()).expect(201).whole("/total")).isEqualTo(100);
	}

	@Test
	void aReceiptNamesWhatWasBought() throws Exception {
		Answer login = Patience.definite(Person::account).expect(200);
		Person customer = Person.of(login).withMoney("9000");
		Wares tea = Wares.offered("1234.50", 5);
		Answer card = customer.get("/api/products/" + tea.productId()).expect(200);
		Answer cake = tea.owner()
			.post("/api/shops/" + tea.shopId() + "/offers",
					"""
							{"product": {"name": "Cake <b>No. 7</b> & tea", "categoryId": "%s"}, "price": 500.25, "stock": 9}"""
						.formatted(card.text("/categoryId")))
			.expect(201);
		tea.intoCartOf(customer, 1).expect(201);
		new Wares(tea.owner(), tea.shopId(), cake.text("/productId")).intoCartOf(customer, 2).expect(201);
		String code = PromoCodes.made("\"percent\": 10");
		customer.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}").expect(200);
		Answer order = customer.order(Person.newKey()).expect(201);
		String receipt = "/api/orders/" + order.text("/id") + "/receipt";

		HttpResponse<String> page = page(receipt, login.text("/accessToken"));

		assertThat(page.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
		assertThat(page.body())
			.contains(order.text("/number"), card.text("/name"), order.text("/shipments/0/shopName"),
					"Cake &lt;b&gt;No. 7&lt;/b&gt; &amp; tea", code, "Abay Avenue")
			.doesNotContain("<b>");
		// however thousands and decimals are set apart
		assertThat(page.body().replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.')).contains(">1234.50<",
				">500.25<", ">1000.50<", ">2235.00<", "223.50<", ">2011.50<");
		Person.registered().get(receipt).expectProblem(404, "not-found");
		Person.STRANGER.get(receipt).expectProblem(401, "unauthorized");
		Person.admin().get(receipt).expect(200);
	}

	/** A page as a browser gets it. */
	private static HttpResponse<String> page(String path, String accessToken) throws IOException, InterruptedException {
		HttpResponse<String> page = Requests.HTTP
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Store.PORT + path))
				.header("Authorization", "Bearer " + accessToken)
				.header("Accept", "text/html")
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
		return page;
	}

	private static String ordered(Person customer, Wares wares) {
		wares.intoCartOf(customer, 1).expect(201);
		return customer.order(Person.newKey()).expect(201).text("/id");
	}

	private static List<String> found(Person person, String query) {
		return person.get("/api/orders?size=100&" + query).expect(200).at("/items").findValuesAsString("id");
	}

	/** The orders that pages of one show, one after another. */
	private static List<String> turningPages(Person customer) {
		List<String> all = new ArrayList<>();
		String cursor = "";
		while (cursor != null) {
			Answer page = customer.get("/api/orders?size=1" + cursor).expect(200);
			assertThat(page.at("/items")).hasSize(1);
			all.add(page.text("/items/0/id"));
			assertThat(all).doesNotHaveDuplicates();
			cursor = page.at("/nextCursor").isString()
					? "&cursor=" + URLEncoder.encode(page.text("/nextCursor"), StandardCharsets.UTF_8) : null;
		}
		return all;
	}

}
