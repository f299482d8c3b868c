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
	void itGoesOnAndLeavesWhatWasSoldMeanwhile() {
		UUID shop = this.market.shop();
		String series = unique("Cut off");
		StringBuilder lines = new StringBuilder();
		for (int i = 0; i < 600; i++) {
			Cards.made(series + i);
			lines.append("S-%d,,%s%d,,,10,1\n".formatted(i, series, i));
		}
		Cards.openOnce();
		assertThat(send(shop, "", lines.toString()).slug()).isEqualTo("unavailable");
		UUID first = this.database.sql("select product_id from offer where shop_id = :shop and sku = 'S-0'")
			.param("shop", shop)
			.query(UUID.class)
			.single();
		sold(shop, first);
		Cards.open();
		Answer rest = imported(shop, lines.toString());
		assertThat(counts(rest)).isEqualTo("600: 100 0 500 0");
		assertThat(this.market.stock(shop, first)).isZero();
	}

}
