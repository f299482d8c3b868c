package kz.duken.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;

import kz.duken.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShopTests extends MarketTest {

	@Test
	void aNewShopIsItsOwnersAndPending() {
		Answer made = this.market.post("/api/shops", Market.OWNER, """
				{"name": "Алатау", "city": "Алматы", "address": "пр. Абая, 109", "phone": "+7 727 000 00 01",
				 "hours": "10–21", "location": {"lat": 43.2402, "lon": 76.9057}}""");
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.headers().getFirst("Location")).isEqualTo("/api/shops/" + made.id());
		assertThat(made.body().propertyNames()).containsExactly("id", "name", "city", "address", "phone", "hours",
				"location", "status", "offerCount", "createdAt");
		assertThat(made.text("/status")).isEqualTo("PENDING");
		assertThat(made.body().at("/location/lat").asDouble()).isEqualTo(43.2402);
		assertThat(this.market.get("/api/shops/" + made.id(), Market.OWNER).body()).isEqualTo(made.body());
	}

	@Test
	void whatIsNotKnownOfAShopIsNull() {
		Answer shop = this.market.get("/api/shops/" + this.market.shop(), null);
		assertThat(shop.body().get("hours").isNull()).isTrue();
		assertThat(shop.body().get("location").isNull()).isTrue();
		assertThat(shop.number("/offerCount")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PENDING", "SUSPENDED" })
	void aShopThatIsNotActiveIsThereForItsOwnerAndAdministratorsAlone(String status) {
		UUID shop = this.market.shop();
		this.market.become(shop, status);
		for (String path : new String[] { "", "/offers", "/offers/" + UUID.randomUUID() + "/history" }) {
			assertThat(this.market.get("/api/shops/" + shop + path, null).slug()).isEqualTo("not-found");
			assertThat(this.market.get("/api/shops/" + shop + path, Market.CUSTOMER).slug()).isEqualTo("not-found");
		}
		assertThat(this.market.put("/api/shops/" + shop, Market.CUSTOMER, Market.shopBody("x", "y")).status())
			.isEqualTo(404);
		assertThat(
				this.market.put("/api/shops/" + shop + "/status", Market.CUSTOMER, "{\"status\": \"ACTIVE\"}").status())
			.isEqualTo(404);
		assertThat(this.market.get("/api/shops/" + shop, Market.OWNER).status()).isEqualTo(200);
		assertThat(this.market.get("/api/shops/" + shop, Market.ADMIN).status()).isEqualTo(200);
	}

	@Test
	void whoSeesAShopMayNotYetChangeIt() {
		UUID shop = this.market.shop();
		String body = Market.shopBody("Mine now", "Almaty");
		assertThat(this.market.put("/api/shops/" + shop, Market.CUSTOMER, body).slug()).isEqualTo("forbidden");
		assertThat(this.market.put("/api/shops/" + shop, null, body).slug()).isEqualTo("unauthorized");
		assertThat(this.market.put("/api/shops/" + shop + "/status", Market.OWNER, "{\"status\": \"PENDING\"}").slug())
			.isEqualTo("forbidden");
		assertThat(this.market.get("/api/shops/" + shop, null).text("/name")).startsWith("Shop ");
	}

	@Test
	void theOwnerAndAnAdministratorChangeAShopAsAWhole() {
		UUID shop = this.market.shop();
		for (String token : new String[] { Market.OWNER, Market.ADMIN }) {
			String name = "New " + UUID.randomUUID();
			Answer changed = this.market.put("/api/shops/" + shop, token, Market.shopBody(name, "Astana"));
			assertThat(changed.status()).isEqualTo(200);
			assertThat(changed.text("/name")).isEqualTo(name);
			assertThat(changed.text("/status")).isEqualTo("ACTIVE");
		}
	}

	@Test
	void offersThatAreNotDeletedAreCounted() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 0);
		this.market.offered(shop, "10", 1);
		assertThat(this.market.get("/api/shops/" + shop, null).number("/offerCount")).isEqualTo(2);
		this.market.delete(Market.offer(shop, product), Market.OWNER);
		assertThat(this.market.get("/api/shops/" + shop, null).number("/offerCount")).isEqualTo(1);
	}

	@Test
	void theListShowsToEachWhatHeMaySee() {
		String owner = TestTokens.customer(UUID.randomUUID());
		String city = "City " + UUID.randomUUID();
		UUID pending = shop(owner, "A", city);
		UUID active = shop(owner, "B", city);
		this.market.become(active, "ACTIVE");
		String path = "/api/shops?city=" + city.replace(" ", "%20").toUpperCase(Locale.ROOT);
		assertThat(ids(this.market.get(path, null))).containsExactly(active);
		assertThat(ids(this.market.get(path, Market.CUSTOMER))).containsExactly(active);
		assertThat(ids(this.market.get(path, owner))).containsExactly(pending, active);
		assertThat(ids(this.market.get(path, Market.ADMIN))).containsExactly(pending, active);
		assertThat(ids(this.market.get(path + "&status=PENDING", Market.ADMIN))).containsExactly(pending);
		assertThat(ids(this.market.get("/api/shops?mine=true", owner))).containsExactly(pending, active);
		assertThat(ids(this.market.get(path + "&mine=true", Market.CUSTOMER))).isEmpty();
	}

	@Test
	void aListThatIsNotForTheCallerIsRefused() {
		assertThat(this.market.get("/api/shops?mine=true", null).slug()).isEqualTo("unauthorized");
		assertThat(this.market.get("/api/shops?status=ACTIVE", null).slug()).isEqualTo("unauthorized");
		assertThat(this.market.get("/api/shops?status=ACTIVE", Market.CUSTOMER).slug()).isEqualTo("forbidden");
	}

	@Test
	void theListIsByNameAndCanBeTurnedPageByPage() {
		String owner = TestTokens.customer(UUID.randomUUID());
		String[] names = { "банан", "Ананас", "Әлем", "Zoo", "apple", "банан" };
		for (String name : names) {
			shop(owner, name, "Almaty");
		}
		List<String> read = new ArrayList<>();
		String path = "/api/shops?mine=true&size=2";
		String cursor = "";
		do {
			Answer page = this.market.get(path + cursor, owner);
			assertThat(page.items().size()).isEqualTo(2);
			page.items().forEach((shop) -> read.add(shop.path("name").stringValue()));
			cursor = page.body().path("nextCursor").isNull() ? "" : "&cursor=" + page.text("/nextCursor");
		}
		while (!cursor.isEmpty());
		assertThat(read).containsExactly("apple", "Zoo", "Ананас", "Әлем", "банан", "банан");
	}

	private UUID shop(String owner, String name, String city) {
		return Market.must(201, this.market.post("/api/shops", owner, Market.shopBody(name, city))).id();
	}

	private static List<UUID> ids(Answer answer) {
		return StreamSupport.stream(answer.items().spliterator(), false)
			.map((item) -> UUID.fromString(item.path("id").stringValue()))
			.toList();
	}

	@Test
	void ordersAskWhoseAShopIsWhateverItsStatus() {
		UUID shop = this.market.pendingShop();
		Answer known = this.market.get("/internal/shops/" + shop, Market.ORDERS);
		assertThat(known.status()).isEqualTo(200);
		assertThat(known.body().propertyNames()).containsExactly("id", "name", "ownerId", "status");
		assertThat(known.text("/status")).isEqualTo("PENDING");
		this.market.become(shop, "ACTIVE");
		assertThat(this.market.get("/internal/shops/" + shop, Market.ORDERS).text("/status")).isEqualTo("ACTIVE");
		assertThat(this.market.get("/internal/shops/" + UUID.randomUUID(), Market.ORDERS).slug())
			.isEqualTo("not-found");
		assertThat(this.market.get("/internal/shops/" + shop, Market.CARTS).slug()).isEqualTo("forbidden");
		assertThat(this.market.get("/internal/shops/" + shop, Market.ADMIN).slug()).isEqualTo("unauthorized");
	}

}
