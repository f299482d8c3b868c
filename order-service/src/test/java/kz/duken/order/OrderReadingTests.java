package kz.duken.order;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import kz.duken.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@UnhurriedOrderServiceTest
class OrderReadingTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	private final Buyer buyer = Buyer.ofOneThing();

	private final String admin = TestTokens.admin(UUID.randomUUID());

	@BeforeEach
	void allIsWell() {
		this.neighbours.isWell(this.buyer);
	}

	@Test
	void ordersComeNewestFirstInPages() {
		List<String> placed = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			placed.addFirst(this.store.order(this.buyer).orderId().toString());
		}

		List<String> listed = new ArrayList<>();
		String cursor = "";
		do {
			JsonNode page = list(this.buyer.token(), "?size=2" + cursor);
			listed.addAll(page.path("items").findValuesAsString("id"));
			cursor = page.path("nextCursor").isNull() ? null : "&cursor=" + page.path("nextCursor").asString();
		}
		while (cursor != null);

		assertThat(listed).isEqualTo(placed);
	}

	@Test
	void anAdministratorSeesAllAndCanAskForOnes() {
		UUID id = this.store.order(this.buyer).orderId();

		assertThat(ids(this.admin, "?size=100")).contains(id.toString());
		assertThat(ids(this.admin, "?customerId=" + this.buyer.id())).containsExactly(id.toString());
		assertThat(ids(this.admin, "?status=CANCELLED&customerId=" + this.buyer.id())).isEmpty();
		assertThat(this.store.get(this.admin, "/api/orders/" + id).status()).isEqualTo(200);
		assertThat(this.store.get(this.admin, "/api/orders/" + id + "/history").status()).isEqualTo(200);
	}

	@Test
	void aCustomerSeesHisOwnAlone() {
		UUID id = this.store.order(this.buyer).orderId();
		String other = TestTokens.customer(UUID.randomUUID());

		assertThat(ids(other, "?customerId=" + this.buyer.id())).isEmpty();
		assertThat(this.store.get(other, "/api/orders/" + id).status()).isEqualTo(404);
		assertThat(this.store.get(other, "/api/orders/" + id + "/history").status()).isEqualTo(404);
		assertThat(this.store.get(other, "/api/orders/" + UUID.randomUUID()).slug()).isEqualTo("not-found");
	}

	@Test
	void ordersAreFoundByTheirStatus() {
		UUID confirmed = this.store.order(this.buyer).orderId();
		UUID cancelled = this.store.order(this.buyer).orderId();
		this.store.cancel(this.buyer, cancelled);

		assertThat(ids(this.buyer.token(), "?status=CONFIRMED")).containsExactly(confirmed.toString());
		assertThat(ids(this.buyer.token(), "?status=CANCELLED")).containsExactly(cancelled.toString());
		assertThat(ids(this.buyer.token(), "")).hasSize(2);
	}

	@Test
	void historyComesOldestFirstInPages() {
		UUID id = this.store.order(this.buyer).orderId();

		JsonNode first = this.store.get(this.buyer.token(), "/api/orders/" + id + "/history?size=2").body();
		JsonNode second = this.store
			.get(this.buyer.token(),
					"/api/orders/" + id + "/history?size=2&cursor=" + first.path("nextCursor").asString())
			.body();

		assertThat(first.path("items").findValuesAsString("type")).containsExactly("PLACED", "PAID");
		assertThat(second.path("items").findValuesAsString("type")).containsExactly("CONFIRMED");
		assertThat(second.path("nextCursor").isNull()).isTrue();
		assertThat(first.path("items").get(0).propertyNames()).containsExactlyInAnyOrder("at", "type", "detail",
				"shopId");
	}

	@ParameterizedTest
	@CsvSource({ "?size=0, /size", "?size=101, /size", "?size=x, /size", "?cursor=x, /cursor",
			"?cursor=bWFkZXVw, /cursor", "?status=LOST, /status", "?customerId=me, /customerId" })
	void aBadParameterIsRefused(String query, String pointer) {
		Store.Answer answer = this.store.get(this.buyer.token(), "/api/orders" + query);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.slug()).isEqualTo("validation");
		assertThat(answer.body().path("errors").findValuesAsString("pointer")).containsExactly(pointer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "+999999999-12-31T00:00:00Z", "-999999999-01-01T00:00:00Z", "1969-12-31T23:59:59Z" })
	void aCursorBeyondTimeIsMadeUp(String time) {
		String cursor = kz.duken.commons.page.Cursor.of(time, UUID.randomUUID()).toString();

		assertThat(this.store.get(this.buyer.token(), "/api/orders?cursor=" + cursor).status()).isEqualTo(400);
	}

	@Test
	void aCursorOfAnotherListIsMadeUp() {
		UUID id = this.store.order(this.buyer).orderId();
		String cursor = kz.duken.commons.page.Cursor.of("no number").toString();

		assertThat(this.store.get(this.buyer.token(), "/api/orders/" + id + "/history?cursor=" + cursor).status())
			.isEqualTo(400);
	}

	private JsonNode list(String token, String query) {
		return this.store.get(token, "/api/orders" + query).body();
	}

	private List<String> ids(String token, String query) {
		return list(token, query).path("items").valueStream().map((order) -> order.path("id").asString()).toList();
	}

}
