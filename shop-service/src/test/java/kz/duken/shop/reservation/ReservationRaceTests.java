package kz.duken.shop.reservation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import kz.duken.shop.MarketTest;
import kz.duken.test.AllAtOnce;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReservationRaceTests extends MarketTest {

	@Test
	void theLastUnitIsSoldOnce() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 1);
		List<String> outcomes = AllAtOnce.run(40,
				() -> untilAnswered(UUID.randomUUID(), Market.line(shop, product, 1, "10")).text("/outcome"));
		assertThat(outcomes).containsOnlyOnce("RESERVED");
		assertThat(Set.copyOf(outcomes)).containsExactlyInAnyOrder("RESERVED", "OUT_OF_STOCK");
		assertThat(this.market.stock(shop, product)).isZero();
	}

	@Test
	void twinsOfOneOrderGetOneAnswer() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 30);
		UUID order = UUID.randomUUID();
		List<Object> answers = AllAtOnce.run(20,
				() -> (Object) untilAnswered(order, Market.line(shop, product, 2, "10")).body());
		assertThat(Set.copyOf(answers)).hasSize(1);
		assertThat(this.market.stock(shop, product)).isEqualTo(28);
	}

	@Test
	void ordersForTheSameOffersInAnyOrderDoNotBlockOneAnother() {
		UUID shop = this.market.shop();
		List<UUID> products = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			products.add(this.market.offered(shop, "10", 100));
		}
		List<Callable<String>> calls = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			List<UUID> shuffled = new ArrayList<>(products);
			Collections.shuffle(shuffled);
			String[] lines = shuffled.stream()
				.map((product) -> Market.line(shop, product, 1, "10"))
				.toArray(String[]::new);
			UUID order = UUID.randomUUID();
			calls.add(() -> {
				String outcome = untilAnswered(order, lines).text("/outcome");
				untilDone("/internal/reservations/" + order + "/release");
				return outcome;
			});
		}
		assertThat(AllAtOnce.run(calls)).containsOnly("RESERVED");
		products.forEach((product) -> assertThat(this.market.stock(shop, product)).isEqualTo(100));
		assertThat(count("select deadlocks from pg_stat_database where datname = current_database()")).isZero();
	}

	@RepeatedTest(5)
	void aReservationIsEitherCommittedOrReleased() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		UUID order = UUID.randomUUID();
		this.market.reserve(order, Market.line(shop, product, 2, "10"));
		List<Callable<String>> calls = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			calls.add(() -> untilDone("/internal/reservations/" + order + "/commit").text("/outcome"));
			calls.add(() -> untilDone("/internal/reservations/" + order + "/release").text("/outcome"));
		}
		Set<String> outcomes = Set.copyOf(AllAtOnce.run(calls));
		assertThat(outcomes).containsAnyOf("COMMITTED", "RELEASED").hasSize(2);
		assertThat(this.market.stock(shop, product)).isEqualTo(outcomes.contains("COMMITTED") ? 3 : 5);
	}

	@RepeatedTest(5)
	void aReleaseRacingItsReservationLeavesNothingHeld() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		UUID order = UUID.randomUUID();
		AllAtOnce.run(List.of(() -> untilAnswered(order, Market.line(shop, product, 2, "10")),
				() -> untilDone("/internal/reservations/" + order + "/release"),
				() -> untilDone("/internal/reservations/" + order + "/release")));
		assertThat(this.market.stock(shop, product)).isEqualTo(5);
	}

	@Test
	void twentyRestocksAtOnceGiveBackOnce() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		UUID order = UUID.randomUUID();
		this.market.reserve(order, Market.line(shop, product, 2, "10"));
		this.market.put("/internal/reservations/" + order + "/commit", Market.ORDERS, "");
		List<String> outcomes = AllAtOnce.run(20,
				() -> untilDone("/internal/restocks/" + order + "/" + shop).text("/outcome"));
		assertThat(outcomes).containsOnly("RESTOCKED");
		assertThat(this.market.stock(shop, product)).isEqualTo(5);
	}

	@Test
	void anOfferThatIsHeldTooLongIsToldAsAnOutage() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		UUID order = UUID.randomUUID();
		Answer stuck = unhurried(() -> {
			this.database.sql("select 1 from offer where product_id = :id for update")
				.param("id", product)
				.query(Integer.class)
				.single();
			return this.market.once().reserve(order, Market.line(shop, product, 2, "10"));
		});
		assertThat(stuck.slug()).isEqualTo("unavailable");
		assertThat(this.market.reserve(order, Market.line(shop, product, 2, "10")).text("/outcome"))
			.isEqualTo("RESERVED");
	}

	private Answer untilAnswered(UUID order, String... lines) {
		return Market.must(200, this.market.reserve(order, lines));
	}

	private Answer untilDone(String path) {
		return this.market.put(path, Market.ORDERS, "");
	}

}
