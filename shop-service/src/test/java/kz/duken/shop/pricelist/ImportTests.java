package kz.duken.shop.pricelist;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.UUID;

import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImportTests extends ImportTest {

	private String everything(UUID shop) {
		return this.database.sql("""
				select (select string_agg(o::text, ';' order by id) from offer o where shop_id = :shop)
				  || (select count(*) from card) || ' ' || (select count(*) from stock_movement)
				  || ' ' || (select count(*) from offer_history)""")
			.param("shop", shop)
			.query(String.class)
			.optional()
			.orElse("nothing");
	}

	@Test
	void aListMakesChangesAndKeepsOffers() {
		UUID shop = this.market.shop();
		UUID kept = this.market.offered(shop, "10", 5);
		UUID changed = this.market.offered(shop, "10", 5);
		UUID found = Cards.made(unique("Found"));
		String named = unique("Named  Phone");
		Cards.made(named);
		String fresh = unique("Fresh");
		String lines = "A,%s,,,,10.00,5\nB,%s,,,,14,7\nC,%s,,,,20.5,1\n,,%s,Acme,,30,2\nE,,%s,Acme,phones,40,0\n"
			.formatted("", changed, found, named.toUpperCase(Locale.ROOT), fresh)
			.replace("A,,", "," + kept + ",");

		Answer tried = Market.must(200, send(shop, "?dryRun", lines));
		assertThat(counts(tried)).isEqualTo("5: 3 1 1 0");
		assertThat(Cards.isMade(fresh)).isFalse();
		assertThat(this.market.stock(shop, changed)).isEqualTo(5);

		Answer done = imported(shop, lines);
		assertThat(done.body()).isEqualTo(tried.body());
		assertThat(done.body().propertyNames()).containsExactly("rows", "created", "updated", "unchanged", "failed",
				"errors");
		assertThat(Cards.isMade(fresh)).isTrue();
		Answer offer = this.market.get(Market.offer(shop, changed), null);
		assertThat(offer.text("/price")).isEqualTo("14.00");
		assertThat(offer.text("/sku")).isEqualTo("B");
		assertThat(offer.number("/version")).isEqualTo(2);
		assertThat(this.market.get(Market.offer(shop, changed) + "/history", null).items().findValuesAsString("price"))
			.containsExactly("14.00", "10.00");
		assertThat(this.market.get(Market.offer(shop, found), null).text("/productName")).startsWith("found");
		assertThat(this.market.get(Market.offer(shop, kept), null).number("/version")).isEqualTo(1);

		String before = everything(shop);
		assertThat(counts(imported(shop, lines))).isEqualTo("5: 0 0 5 0");
		assertThat(everything(shop)).isEqualTo(before);
	}

	@Test
	void aSkuSaysWhichCardIsMeantUnlessTheNameIsAnother() {
		UUID shop = this.market.shop();
		String name = unique("Sold");
		UUID product = Cards.made(name);
		imported(shop, "A,,%s,,,10,5\n".formatted(name));
		Cards.close();
		assertThat(counts(imported(shop, "A,,%s,,,10,5\n".formatted(name)))).isEqualTo("1: 0 0 1 0");
		assertThat(counts(imported(shop, "A,,%s,,,12,4\n".formatted(name)))).isEqualTo("1: 0 1 0 0");
		assertThat(this.market.stock(shop, product)).isEqualTo(4);
		for (String other : new String[] { "A,," + unique("Other"), "B,," + name, ",," + name }) {
			assertThat(send(shop, "", other + ",,,12,4\n").slug()).isEqualTo("unavailable");
		}
		this.database.sql("insert into card (product_id, name) values (gen_random_uuid(), :name)")
			.param("name", name)
			.update();
		assertThat(send(shop, "", "A,,%s,,,12,4\n".formatted(name)).slug()).isEqualTo("unavailable");
		UUID stranger = this.market.shop();
		assertThat(send(stranger, "", "A,,%s,,,12,4\n".formatted(name)).slug()).isEqualTo("unavailable");
	}

	@Test
	void aSlipMustBeMeant() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		String lines = "," + product + ",,,,100,5\n";
		assertThat(counts(imported(shop, lines))).isEqualTo("1: 0 0 0 1");
		assertThat(counts(send(shop, "?force=true&dryRun=true", lines))).isEqualTo("1: 0 1 0 0");
		assertThat(counts(send(shop, "?force=true", lines))).isEqualTo("1: 0 1 0 0");
		assertThat(counts(imported(shop, lines))).isEqualTo("1: 0 0 1 0");
	}

	@Test
	void aSkuAndAProductStandOnceInAFile() {
		UUID shop = this.market.shop();
		String name = unique("Twice");
		UUID product = Cards.made(name);
		String fresh = unique("Fresh");
		String lines = "A,,%s,,,1,1\nB,%s,,,,2,2\nA,%s,,,,3,3\nD,,%s,,phones,4,4\nE,, %s ,,phones,5,5\n".formatted(name,
				product, Cards.made(unique("Other")), fresh, fresh);
		for (String way : new String[] { "?dryRun=true", "" }) {
			Answer report = Market.must(200, send(shop, way, lines));
			assertThat(counts(report)).isEqualTo("5: 2 0 0 3");
			assertThat(report.body().path("errors").findValuesAsString("line")).containsExactly("3", "4", "6");
		}
		assertThat(this.market.stock(shop, product)).isEqualTo(1);
	}

	@Test
	void skusChangeHandsInTheOrderOfTheFile() {
		UUID shop = this.market.shop();
		UUID first = Cards.made(unique("First"));
		UUID second = Cards.made(unique("Second"));
		imported(shop, "A,%s,,,,1,1\nB,%s,,,,1,1\n".formatted(first, second));
		String lines = "C,%s,,,,1,1\nA,%s,,,,1,1\n".formatted(first, second);
		assertThat(counts(send(shop, "?dryRun=true", lines))).isEqualTo("2: 0 2 0 0");
		assertThat(counts(imported(shop, lines))).isEqualTo("2: 0 2 0 0");
		assertThat(this.market.get(Market.offer(shop, second), null).text("/sku")).isEqualTo("A");
		String swap = "A,%s,,,,1,1\nC,%s,,,,1,1\n".formatted(first, second);
		assertThat(counts(imported(shop, swap))).isEqualTo("2: 0 0 0 2");
	}

	@Test
	void aDeletedOfferComesBack() {
		UUID shop = this.market.shop();
		UUID product = this.market.offered(shop, "10", 5);
		this.market.delete(Market.offer(shop, product), Market.OWNER);
		assertThat(counts(imported(shop, "S," + product + ",,,,99,7\n"))).isEqualTo("1: 1 0 0 0");
		assertThat(this.market.stock(shop, product)).isEqualTo(7);
		assertThat(this.market.get(Market.offer(shop, product) + "/history", null).items().findValuesAsString("price"))
			.containsExactly("99.00", "10.00");
	}

	@Test
	void aShopThatIsNotActiveMakesNoCards() {
		UUID shop = this.market.pendingShop();
		String fresh = unique("Fresh");
		String lines = "A,,%s,,phones,1,1\nB,%s,,,,1,1\n".formatted(fresh, Cards.made(unique("There")));
		assertThat(counts(send(shop, "?dryRun=true", lines))).isEqualTo("2: 1 0 0 1");
		Answer report = imported(shop, lines);
		assertThat(counts(report)).isEqualTo("2: 1 0 0 1");
		assertThat(report.text("/errors/0/detail")).startsWith("Only an active shop");
		assertThat(Cards.isMade(fresh)).isFalse();
	}

	@Test
	void aRetiredCardTakesNoOffers() {
		UUID product = Cards.made(unique("Retired"));
		this.market.put("/internal/cards/" + product + "/retire", Market.PRODUCTS, "");
		assertThat(counts(imported(this.market.shop(), "A," + product + ",,,,1,1\n"))).isEqualTo("1: 0 0 0 1");
	}

	@Test
	void aMarketplacesListIsTakenToo() {
		UUID shop = this.market.shop();
		String name = unique("Смартфон");
		UUID product = Cards.made(name);
		String list = """
				<?xml version="1.0" encoding="windows-1251"?>
				<kaspi_catalog xmlns="kaspiShopping"><offers>
				<offer sku="X"><model>%s</model><brand>Acme</brand><availabilities>
				<availability available="yes" stockCount="4"/><availability available="no" stockCount="9"/>
				</availabilities><price>300</price></offer>
				<offer sku="Y"><model>Nobody knows it</model><price>1</price></offer>
				</offers></kaspi_catalog>
				""".formatted(name);
		Answer report = Market.must(200,
				this.market.upload(shop, "", "application/xml", list.getBytes(Charset.forName("windows-1251"))));
		assertThat(counts(report)).isEqualTo("2: 1 0 0 1");
		assertThat(report.number("/errors/0/line")).isEqualTo(6);
		assertThat(report.text("/errors/0/sku")).isEqualTo("Y");
		assertThat(this.market.stock(shop, product)).isEqualTo(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "A,%s,,,,1,1\nB,%s,,,,1,1\nC,\"x", "A,%s,,,,1,1\nB,\uFFFD,,,,1,1\n" })
	void aListThatBreaksOffInItsMiddleDoesNothing(String lines) {
		UUID shop = this.market.shop();
		Answer refused = send(shop, "", lines.replace("%s", Cards.made(unique("x")).toString()));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.slug()).isEqualTo("malformed-request");
		assertThat(refused.number("/line")).isBetween(3, 4);
		assertThat(this.market.get(Market.offers(shop), null).items().isEmpty()).isTrue();
	}

	@Test
	void tenThousandLinesAreTakenAndOneThousandErrorsTold() {
		UUID shop = this.market.shop();
		String series = unique("S").substring(0, 12);
		StringBuilder lines = new StringBuilder();
		for (int i = 0; i < 10_000; i++) {
			lines.append("S-%d,,%s %d,Acme,%s,%d.50,%d\n".formatted(i, series, i, (i % 5 == 0) ? "" : "phones", i + 1,
					i % 100));
		}
		Answer tried = Market.must(200, send(shop, "?dryRun=true", lines.toString()));
		Answer done = imported(shop, lines.toString());
		assertThat(done.body()).isEqualTo(tried.body());
		assertThat(counts(done)).isEqualTo("10000: 8000 0 0 2000");
		assertThat(done.body().path("errors").size()).isEqualTo(1000);
		assertThat(done.number("/errors/999/line")).isEqualTo(4997);
		assertThat(counts(imported(shop, lines.toString()))).isEqualTo("10000: 0 0 8000 2000");
		assertThat(counts(imported(shop, lines.toString().replace(".50", ".60")))).isEqualTo("10000: 0 8000 0 2000");
	}

	@Test
	void anOutageLeavesWholeBatchesAndIsToldAsOne() {
		UUID shop = this.market.shop();
		String series = unique("Cut off");
		StringBuilder lines = new StringBuilder();
		for (int i = 0; i < 1200; i++) {
			Cards.made(series + i);
			lines.append("S-%d,,%s%d,,,10,1\n".formatted(i, series, i));
		}
		Cards.openOnce();
		assertThat(send(shop, "", lines.toString()).slug()).isEqualTo("unavailable");
		assertThat(count("select count(*) from offer where shop_id = '" + shop + "'")).isEqualTo(500);
		Cards.open();
		assertThat(counts(imported(shop, lines.toString()))).isEqualTo("1200: 1200 0 0 0");
		assertThat(counts(imported(shop, lines.toString()))).isEqualTo("1200: 0 0 1200 0");
	}

	@Test
	void anOfferIsCalledWhatItsCardIsCalled() {
		UUID shop = this.market.shop();
		String name = unique("Big Phone");
		UUID product = Cards.made(name);
		imported(shop, "A,,%s,,,1,1\n".formatted(name.toUpperCase(Locale.ROOT)));
		assertThat(this.market.get(Market.offer(shop, product), null).text("/productName")).isEqualTo(name);
	}

}
