package kz.duken.shop;

import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

class BadInputTests extends MarketTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"name": "x"                               | malformed-request | none
			[]                                         | malformed-request | none
			null                                       | malformed-request | none
			{REST, "name": "x", "name": "y"}           | malformed-request | none
			{REST}                                     | validation        | /name
			{REST, "name": null}                       | validation        | /name
			{REST, "name": " "}                        | validation        | /name
			{REST, "name": 5}                          | validation        | /name
			{REST, "name": "a\\u0000b"}                | validation        | /name
			{REST, "name": "LONG"}                     | validation        | /name
			{REST, "name": "x", "id": "1"}             | validation        | /id
			{REST, "name": "x", "ownerId": "UUID"}     | validation        | /ownerId
			{REST, "name": "x", "status": "ACTIVE"}    | validation        | /status
			{REST, "name": "x", "hours": ""}           | validation        | /hours
			{REST, "name": "x", "location": {}}        | validation        | /location/lat
			{REST, "name": "x", "location": [1, 2]}    | validation        | /location
			{REST, "name": "x", "location": {"lat": 91, "lon": 0}}    | validation | /location/lat
			{REST, "name": "x", "location": {"lat": 1e999, "lon": 0}} | validation | /location/lat
			{REST, "name": "x", "location": {"lat": "43", "lon": 0}}  | validation | /location/lat
			{REST, "name": "x", "location": {"lat": 0, "lon": -181}}  | validation | /location/lon
			{REST, "name": "x", "location": {"lat": 0}}               | validation | /location/lon
			""")
	void aBadShopChangesNothing(String body, String slug, String pointer) {
		UUID shop = this.market.shop();
		String filled = body.replace("REST", "\"city\": \"x\", \"address\": \"x\", \"phone\": \"x\"")
			.replace("LONG", "n".repeat(201));
		String before = everything("shop");
		isRefused(this.market.post("/api/shops", Market.OWNER, filled), slug, pointer);
		isRefused(this.market.put("/api/shops/" + shop, Market.OWNER, filled), slug, pointer);
		assertThat(everything("shop")).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                                          | validation        | /price
			{"price": 1, "stock": 1}                                    | validation        | /productId
			{"productId": null, "product": null, "price": 1, "stock": 1}| validation        | /productId
			{"productId": "UUID", "price": 1, "stock": 1}               | validation        | /productId
			{"productId": "no-id", "price": 1, "stock": 1}              | validation        | /productId
			{"productId": 7, "price": 1, "stock": 1}                    | validation        | /productId
			{"productId": "UUID", "product": {}, "price": 1, "stock": 1}| validation        | /product
			{"product": [], "price": 1, "stock": 1}                     | validation        | /product
			{"product": "x", "price": 1, "stock": 1}                    | validation        | /product
			{"productId": "KNOWN", "stock": 1}                          | validation        | /price
			{"productId": "KNOWN", "price": null, "stock": 1}           | validation        | /price
			{"productId": "KNOWN", "price": "1", "stock": 1}            | validation        | /price
			{"productId": "KNOWN", "price": 0, "stock": 1}              | validation        | /price
			{"productId": "KNOWN", "price": -1, "stock": 1}             | validation        | /price
			{"productId": "KNOWN", "price": 0.001, "stock": 1}          | validation        | /price
			{"productId": "KNOWN", "price": 1e999999999, "stock": 1}    | validation        | /price
			{"productId": "KNOWN", "price": 100000000.01, "stock": 1}   | validation        | /price
			{"productId": "KNOWN", "price": 1}                          | validation        | /stock
			{"productId": "KNOWN", "price": 1, "stock": null}           | validation        | /stock
			{"productId": "KNOWN", "price": 1, "stock": -1}             | validation        | /stock
			{"productId": "KNOWN", "price": 1, "stock": 1.5}            | validation        | /stock
			{"productId": "KNOWN", "price": 1, "stock": 1000001}        | validation        | /stock
			{"productId": "KNOWN", "price": 1, "stock": 99999999999}    | validation        | /stock
			{"productId": "KNOWN", "price": 1, "stock": 1, "sku": ""}   | validation        | /sku
			{"productId": "KNOWN", "price": 1, "stock": 1, "sku": "a\\u0000"} | validation  | /sku
			{"productId": "KNOWN", "price": 1, "stock": 1, "sku": "LONG"}     | validation  | /sku
			{"productId": "KNOWN", "price": 1, "stock": 1, "version": 5}| validation        | /version
			{"productId": "KNOWN", "price": 1, "stock": 1               | malformed-request | none
			""")
	void aBadOfferChangesNothing(String body, String slug, String pointer) {
		UUID shop = this.market.shop();
		String filled = body.replace("KNOWN", Market.product("Phone").toString())
			.replace("UUID", UUID.randomUUID().toString())
			.replace("LONG", "s".repeat(65));
		String before = offersOf(shop);
		isRefused(this.market.post(Market.offers(shop), Market.OWNER, filled), slug, pointer);
		assertThat(offersOf(shop)).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                             | ``
			{"price": null, "stock": null} | ``
			{"price": 0}                   | /price
			{"price": 0.005}               | /price
			{"price": "10"}                | /price
			{"stock": -1}                  | /stock
			{"stock": 1000001}             | /stock
			{"stock": true}                | /stock
			{"stock": 1, "sku": "x"}       | /sku
			{"stock": 1, "productId": "x"} | /productId
			""")
	void aBadChangeOfAnOfferChangesNothing(String body, String pointer) {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 1);
		String before = offersOf(shop);
		isRefused(this.market.put(Market.offer(shop, product), Market.OWNER, body), "validation", pointer);
		assertThat(offersOf(shop)).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "size=0,/size", "size=101,/size", "size=x,/size", "cursor=made-up,/cursor", "cursor=YQ,/cursor",
			"cursor=AB8wMTk4YzAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDA,/cursor", "status=NONE,/status",
			"mine=perhaps,/mine", "city=a%00b,/city" })
	void aBadQueryIsRefused(String query, String pointer) {
		isRefused(this.market.get("/api/shops?" + query, Market.ADMIN), "validation", pointer);
	}

	@ParameterizedTest
	@CsvSource({ "size=0,/size", "cursor=made-up,/cursor", "cursor=YQ,/cursor" })
	void aBadPageOfOffersOrHistoryIsRefused(String query, String pointer) {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 1);
		isRefused(this.market.get(Market.offers(shop) + "?" + query, null), "validation", pointer);
		isRefused(this.market.get(Market.offer(shop, product) + "/history?" + query, null), "validation", pointer);
	}

	@ParameterizedTest
	@CsvSource({ "size=0,/size", "size=1001,/size", "size=x,/size", "position=-1,/position", "position=x,/position",
			"position=18446744073709551616,/position", "cursor=made-up,/cursor", "cursor=MQ,/cursor" })
	void aBadPageOfAFeedIsRefused(String query, String pointer) {
		isRefused(this.market.get("/internal/offers/feed?" + query, Market.PRODUCTS), "validation", pointer);
		isRefused(this.market.get("/internal/shops/feed?" + query, Market.PRODUCTS), "validation", pointer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"deadline": "DAY", "lines": []}                     | /lines
					{"deadline": "DAY", "lines": null}                   | /lines
					{"deadline": "DAY", "lines": [null]}                 | /lines/0
					{"deadline": "DAY", "lines": [LINE, LINE]}           | /lines/1
					{"deadline": null, "lines": [LINE]}                  | /deadline
					{"deadline": "tomorrow", "lines": [LINE]}            | /deadline
					{"deadline": "+1000000000-12-31T23:59:59Z", "lines": [LINE]} | /deadline
					{"deadline": "DAY", "lines": [{"productId": "UUID", "shopId": "UUID", "quantity": 0, "price": 1}]} | /lines/0/quantity
					{"deadline": "DAY", "lines": [{"productId": "UUID", "shopId": "UUID", "quantity": 1000, "price": 1}]} | /lines/0/quantity
					{"deadline": "DAY", "lines": [{"productId": "UUID", "shopId": "UUID", "quantity": 1, "price": 0}]} | /lines/0/price
					{"deadline": "DAY", "lines": [{"productId": "UUID", "shopId": null, "quantity": 1, "price": 1}]} | /lines/0/shopId
					{"deadline": "DAY", "lines": [LINE], "customerId": 1} | /customerId
					""")
	void aBadReservationLeavesNoFact(String body, String pointer) {
		UUID order = UUID.randomUUID();
		String line = Market.line(UUID.randomUUID(), UUID.randomUUID(), 1, "10");
		String filled = body.replace("LINE", line)
			.replace("DAY", "2999-01-01T00:00:00Z")
			.replace("UUID", UUID.randomUUID().toString());
		isRefused(this.market.put("/internal/reservations/" + order, Market.ORDERS, filled), "validation", pointer);
		assertThat(count("select count(*) from reservation where order_id = '" + order + "'")).isZero();
	}

	@Test
	void moreThanAHundredLinesAreRefused() {
		String[] lines = new String[101];
		Arrays.setAll(lines, (i) -> Market.line(UUID.randomUUID(), UUID.randomUUID(), 1, "10"));
		isRefused(this.market.reserve(UUID.randomUUID(), lines), "validation", "/lines");
	}

	@Test
	void theRestIsToldAsWhatItIs() {
		UUID shop = this.market.shop();
		String large = "{\"name\": \"" + "x".repeat(1_100_000) + "\"}";
		assertThat(this.market.post("/api/shops", Market.OWNER, large).slug()).isEqualTo("payload-too-large");
		assertThat(this.market
			.call(HttpMethod.POST, "/api/shops", Market.OWNER, "name=x", MediaType.APPLICATION_FORM_URLENCODED, null)
			.slug()).isEqualTo("unsupported-media-type");
		assertThat(this.market.call(HttpMethod.PATCH, Market.offers(shop), Market.OWNER, "{}").slug())
			.isEqualTo("method-not-allowed");
		assertThat(this.market.get("/api/shops/no-id", null).slug()).isEqualTo("not-found");
		assertThat(this.market.get("/api/shops/" + UUID.randomUUID(), null).slug()).isEqualTo("not-found");
		assertThat(this.market.get(Market.offers(shop) + "/no-id", null).slug()).isEqualTo("not-found");
		assertThat(this.market.get(Market.offer(shop, UUID.randomUUID()), null).slug()).isEqualTo("not-found");
		assertThat(this.market.put("/internal/cards/no-id/retire", Market.PRODUCTS, "").slug()).isEqualTo("not-found");
	}

	/** The place is among those named; a value may be wrong in more than one. */
	private static void isRefused(Answer answer, String slug, String pointer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.slug()).isEqualTo(slug);
		if (slug.equals("validation")) {
			assertThat(answer.body().path("errors").findValuesAsString("pointer")).contains(pointer);
		}
	}

	private String offersOf(UUID shop) {
		return everything("offer where shop_id = '" + shop + "'");
	}

	private String everything(String rows) {
		return this.database
			.sql("select coalesce(string_agg(t::text, ' ' order by id), '') from (select * from " + rows + ") t")
			.query(String.class)
			.single();
	}

}
