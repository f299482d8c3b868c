package kz.duken.shop.pricelist;

import java.util.UUID;

import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A list that comes again, after some of its goods were sold. */
class ImportAgainTests extends ImportTest {

	private UUID sold(UUID shop, UUID product) {
		UUID order = UUID.randomUUID();
		assertThat(this.market.reserve(order, Market.line(shop, product, 1, "10")).text("/outcome"))
			.isEqualTo("RESERVED");
		return order;
	}

	private void anHourPasses(UUID shop) {
		this.database
			.sql("update price_list set first_sent_at = first_sent_at - interval '61 minutes' where shop_id = :shop")
			.param("shop", shop)
			.update();
	}

	@Test
	void itDoesNotBringBackWhatIsSold() {
		UUID shop = this.market.shop();
		UUID product = Cards.made(unique("Last one"));
		String lines = "A,%s,,,,10,1\n".formatted(product);
		imported(shop, lines);
		sold(shop, product);
		for (String way : new String[] { "", "?dryRun", "?force" }) {
			assertThat(counts(send(shop, way, lines))).isEqualTo("1: 0 0 1 0");
		}
		assertThat(this.market.stock(shop, product)).isZero();
	}

	@Test
	void itDoesNotTakeAwayWhatHasComeBack() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		UUID order = sold(shop, product);
		String lines = ",%s,,,,10,4\n".formatted(product);
		assertThat(counts(imported(shop, lines))).isEqualTo("1: 0 0 1 0");
		Market.must(200, this.market.put("/internal/reservations/" + order + "/release", Market.ORDERS, ""));
		assertThat(counts(imported(shop, lines))).isEqualTo("1: 0 0 1 0");
		assertThat(this.market.stock(shop, product)).isEqualTo(5);
	}

	@Test
	void itStillChangesWhatTheOwnerHasChanged() {
		UUID shop = this.market.shop();
		UUID product = Cards.made(unique("Changed"));
		String lines = "A,%s,,,,10,5\n".formatted(product);
		imported(shop, lines);
		sold(shop, product);
		Market.must(200, this.market.put(Market.offer(shop, product), Market.OWNER, "{\"price\": 11, \"stock\": 9}"));
		assertThat(counts(imported(shop, lines))).isEqualTo("1: 0 1 0 0");
		assertThat(this.market.stock(shop, product)).isEqualTo(4);
	}

	@Test
	void anotherListSpeaksOfNow() {
		UUID shop = this.market.shop();
		UUID product = Cards.made(unique("Counted"));
		String lines = "A,%s,,,,10,5\n".formatted(product);
		imported(shop, lines);
		sold(shop, product);
		assertThat(counts(imported(shop, lines + "\n"))).isEqualTo("1: 0 1 0 0");
		assertThat(this.market.stock(shop, product)).isEqualTo(5);
		sold(shop, product);
		assertThat(counts(imported(shop, lines))).isEqualTo("1: 0 1 0 0");
		assertThat(this.market.stock(shop, product)).isEqualTo(5);
	}

	@Test
	void afterAnHourItSpeaksOfNow() {
		UUID shop = this.market.shop();
		UUID product = Cards.made(unique("Restocked"));
		String lines = "A,%s,,,,10,5\n".formatted(product);
		imported(shop, lines);
		sold(shop, product);
		anHourPasses(shop);
		assertThat(counts(Market.must(200, send(shop, "?dryRun", lines)))).isEqualTo("1: 0 1 0 0");
		assertThat(counts(imported(shop, lines))).isEqualTo("1: 0 1 0 0");
		assertThat(this.market.stock(shop, product)).isEqualTo(5);
		assertThat(counts(imported(shop, lines))).isEqualTo("1: 0 0 1 0");
	}

	@Test
	void itGoesOnAfterWhatIsDone() {
		UUID shop = this.market.shop();
		String series = unique("Cut off");
		String lines = cutOff(shop, series);
		UUID first = product(shop, "S-0");
		UUID second = product(shop, "S-1");
		sold(shop, first);
		Market.must(200, this.market.put(Market.offer(shop, second), Market.OWNER, "{\"stock\": 9}"));

		assertThat(counts(Market.must(200, send(shop, "?dryRun", lines)))).isEqualTo("602: 99 1 498 4");
		Answer rest = imported(shop, lines);

		assertThat(counts(rest)).isEqualTo("602: 598 0 0 4");
		assertThat(rest.body().path("errors").findValuesAsString("line")).containsExactly("4", "601", "602", "603");
		assertThat(this.market.stock(shop, first)).isZero();
		assertThat(this.market.stock(shop, second)).isEqualTo(9);
		assertThat(counts(imported(shop, lines))).isEqualTo("602: 0 1 597 4");
		assertThat(this.market.stock(shop, first)).isZero();
		assertThat(this.market.stock(shop, second)).isEqualTo(1);
	}

	@Test
	void withForceItBeginsAtTheBeginning() {
		UUID shop = this.market.shop();
		String lines = cutOff(shop, unique("Forced"));
		assertThat(counts(Market.must(200, send(shop, "?force", lines)))).isEqualTo("602: 99 0 499 4");
	}

	@Test
	void anotherListBeginsAtTheBeginning() {
		UUID shop = this.market.shop();
		String lines = cutOff(shop, unique("Replaced"));
		assertThat(counts(imported(shop, "X,%s,,,,1,1\n".formatted(Cards.made(unique("Other"))))))
			.isEqualTo("1: 1 0 0 0");
		assertThat(counts(imported(shop, lines))).isEqualTo("602: 99 0 499 4");
	}

	/**
	 * Of 602 lines the first 500 are done. The third cannot be read; the last ones repeat
	 * a sku and two products.
	 */
	private String cutOff(UUID shop, String series) {
		StringBuilder lines = new StringBuilder();
		for (int i = 0; i < 599; i++) {
			Cards.made(series + i);
			lines.append("S-%d,,%s%d,,,%s,1\n".formatted(i, series, i, (i == 2) ? "free" : "10"));
		}
		UUID named = Cards.made(series + "0");
		lines.append(
				"S-0,%s,,,,10,1\n,%s,,,,10,7\n,,%s1,,,10,7\n".formatted(Cards.made(unique("Twice")), named, series));
		Cards.openOnce();
		assertThat(send(shop, "", lines.toString()).slug()).isEqualTo("unavailable");
		assertThat(count("select count(*) from offer where shop_id = '" + shop + "'")).isEqualTo(499);
		Cards.open();
		return lines.toString();
	}

	private UUID product(UUID shop, String sku) {
		return this.database.sql("select product_id from offer where shop_id = :shop and sku = :sku")
			.param("shop", shop)
			.param("sku", sku)
			.query(UUID.class)
			.single();
	}

}
