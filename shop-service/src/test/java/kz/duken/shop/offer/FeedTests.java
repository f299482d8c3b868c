package kz.duken.shop.offer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import kz.duken.shop.MarketTest;
import kz.duken.test.AllAtOnce;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class FeedTests extends MarketTest {

	@Test
	void anOfferIsToldWithAllThatOthersFollow() {
		UUID shop = this.market.shop();
		String position = page("offers", "").text("/position");
		UUID product = this.market.offered(shop, "10.5", 3);
		JsonNode item = pull("offers", position, 500).row(id(shop, product));
		assertThat(item.propertyNames()).containsExactly("id", "productId", "shopId", "price", "stock", "deleted",
				"createdAt", "updatedAt", "version");
		assertThat(item.path("productId").stringValue()).isEqualTo(product.toString());
		assertThat(item.path("price").asString()).isEqualTo("10.50");
		assertThat(item.path("deleted").booleanValue()).isFalse();
		assertThat(item.path("version").intValue()).isEqualTo(1);
	}

	@Test
	void aTombstoneAndASaleAreTold() {
		UUID shop = this.market.shop();
		UUID sold = this.market.offered(shop, "10", 3);
		UUID deleted = this.market.offered(shop, "10", 3);
		UUID deletedId = id(shop, deleted);
		String position = page("offers", "").text("/position");
		this.market.reserve(UUID.randomUUID(), Market.line(shop, sold, 2, "10"));
		this.market.delete(Market.offer(shop, deleted), Market.OWNER);
		Rows pulled = pull("offers", position, 500);
		assertThat(pulled.row(id(shop, sold)).path("stock").intValue()).isEqualTo(1);
		assertThat(pulled.row(id(shop, sold)).path("version").intValue()).isEqualTo(2);
		assertThat(pulled.row(deletedId).path("deleted").booleanValue()).isTrue();
	}

	@Test
	void shopsAreToldToo() {
		String position = page("shops", "").text("/position");
		UUID shop = this.market.shop();
		JsonNode item = pull("shops", position, 500).row(shop);
		assertThat(item.propertyNames()).containsExactly("id", "name", "status", "version");
		assertThat(item.path("status").stringValue()).isEqualTo("ACTIVE");
		assertThat(item.path("version").intValue()).isEqualTo(2);
	}

	@Test
	void whatHasNotChangedSinceIsNotToldAgain() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 3);
		String position = page("offers", "").text("/position");
		assertThat(pull("offers", position, 500).rows()).doesNotContainKey(id(shop, product));
	}

	@Test
	void aRowThatIsCommittedLateIsNotMissed() {
		UUID shop = this.market.shop();
		UUID slow = this.market.offered(shop, "10", 3);
		UUID slowId = id(shop, slow);
		String before = page("offers", "").text("/position");
		String during = unhurried(() -> {
			this.database.sql("update offer set price = 11 where id = :id").param("id", slowId).update();
			String position = AllAtOnce.begin(() -> {
				// a later transaction is committed and pulled first
				UUID quick = this.market.offered(shop, "10", 3);
				Rows pulled = pull("offers", before, 500);
				assertThat(pulled.rows()).containsKey(id(shop, quick));
				assertThat(pulled.rows()).doesNotContainKey(slowId);
				return page("offers", "?size=1&position=" + before).text("/position");
			}).join();
			return position;
		});
		assertThat(pull("offers", during, 500).row(slowId).path("price").asString()).isEqualTo("11.00");
	}

	@Test
	void whatChangesWhilePagesAreTurnedIsToldInTheEnd() {
		UUID shop = this.market.shop();
		String position = page("offers", "").text("/position");
		List<UUID> products = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			products.add(this.market.offered(shop, "10", 3));
		}
		Rows read = new Rows(new HashMap<>());
		Answer first = page("offers", "?size=2&position=" + position);
		keep(first, read);
		products.forEach((product) -> this.market.put(Market.offer(shop, product), Market.OWNER, "{\"price\": 12}"));
		Answer next = first;
		while (!next.body().path("nextCursor").isNull()) {
			next = page("offers", "?size=2&position=" + position + "&cursor=" + next.text("/nextCursor"));
			keep(next, read);
		}
		for (UUID product : products) {
			assertThat(read.row(id(shop, product)).path("price").asString()).isEqualTo("12.00");
		}
		assertThat(pull("offers", first.text("/position"), 500).rows()).containsKeys(id(shop, products.getFirst()));
	}

	@Test
	void aPositionBelongsToOneCluster() {
		String cluster = page("offers", "").text("/cluster");
		assertThat(cluster).matches("\\d{10,}");
		assertThat(page("shops", "").text("/cluster")).isEqualTo(cluster);
		assertThat(page("offers", "?position=18446744073709551615").items().isEmpty()).isTrue();
	}

	private Rows pull(String feed, String position, int size) {
		Rows read = new Rows(new HashMap<>());
		String cursor = "";
		do {
			Answer page = page(feed, "?size=" + size + "&position=" + position + cursor);
			keep(page, read);
			cursor = page.body().path("nextCursor").isNull() ? "" : "&cursor=" + page.text("/nextCursor");
		}
		while (!cursor.isEmpty());
		return read;
	}

	private static void keep(Answer page, Rows read) {
		page.items()
			.forEach((item) -> read.rows()
				.merge(UUID.fromString(item.path("id").stringValue()), item,
						(old, now) -> (now.path("version").longValue() > old.path("version").longValue()) ? now : old));
	}

	private Answer page(String feed, String query) {
		return Market.must(200, this.market.get("/internal/" + feed + "/feed" + query, Market.PRODUCTS));
	}

	private UUID id(UUID shop, UUID product) {
		return this.market.get(Market.offer(shop, product), Market.OWNER).id();
	}

	/** What a follower has, by id. */
	private record Rows(Map<UUID, JsonNode> rows) {

		JsonNode row(UUID id) {
			return Objects.requireNonNull(this.rows.get(id));
		}

	}

}
