package kz.duken.shop.pricelist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import static org.assertj.core.api.Assertions.assertThat;

/** A list that comes again, after some of its goods were sold. */
class ImportAgainTests extends ImportTest {

	@Autowired
	private PriceLists priceLists;

	private UUID shop;

	private UUID product;

	private String lines;

	/** One of five that were listed is sold. */
	@BeforeEach
	void oneIsSold() {
		this.shop = this.market.shop();
		this.product = Cards.made(unique("Listed"));
		this.lines = "A,%s,,,,10,5\n".formatted(this.product);
		imported(this.shop, this.lines);
		sold(this.product);
	}

	private UUID sold(UUID one) {
		UUID order = held(one);
		tell(order, "commit");
		return order;
	}

	/** For an order that is still under way. */
	private UUID held(UUID one) {
		UUID order = UUID.randomUUID();
		assertThat(this.market.reserve(order, Market.line(this.shop, one, 1, "10")).text("/outcome"))
			.isEqualTo("RESERVED");
		return order;
	}

	private void tell(UUID order, String end) {
		Market.must(200, this.market.put("/internal/reservations/" + order + "/" + end, Market.ORDERS, ""));
	}

	private void anHourPassesSince(String sending) {
		this.database
			.sql("update price_list set %1$s = %1$s - interval '61 minutes' where shop_id = :shop".formatted(sending))
			.param("shop", this.shop)
			.update();
	}

	@Test
	void itDoesNotBringBackWhatIsSold() {
		for (String way : new String[] { "", "?dryRun", "?force" }) {
			assertThat(counts(send(this.shop, way, this.lines))).isEqualTo("1: 0 0 1 0");
		}
		assertThat(this.market.stock(this.shop, this.product)).isEqualTo(4);
	}

	@Test
	void whatIsSoldWhileItComesInIsNotThereAgain() throws IOException {
		for (boolean dryRun : new boolean[] { true, false }) {
			int left = this.market.stock(this.shop, this.product);
			InputStream slow = sellingAtItsEnd(HEADER + "A,%s,,,,10,%d\n".formatted(this.product, left));
			ImportReport report = this.priceLists.take(PriceListFormat.CSV, slow,
					new ImportOrder(this.shop, true, dryRun, false));
			assertThat(report.unchanged()).isEqualTo(1);
			assertThat(this.market.stock(this.shop, this.product)).isEqualTo(left - 1);
		}
	}

	private InputStream sellingAtItsEnd(String list) {
		return new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)) {
			@Override
			public synchronized int read(byte[] buffer, int offset, int length) {
				int read = super.read(buffer, offset, length);
				if (read < 0) {
					sold(ImportAgainTests.this.product);
				}
				return read;
			}
		};
	}

	@Test
	void itDoesNotTakeAwayWhatHasComeBack() {
		UUID order = sold(this.product);
		String counted = this.lines.replace(",5\n", ",3\n");
		assertThat(counts(imported(this.shop, counted))).isEqualTo("1: 0 0 1 0");
		Market.must(200, this.market.put("/internal/restocks/" + order + "/" + this.shop, Market.ORDERS, ""));
		assertThat(counts(imported(this.shop, counted))).isEqualTo("1: 0 0 1 0");
		assertThat(this.market.stock(this.shop, this.product)).isEqualTo(4);
	}

	/** Whoever wrote the list saw five pieces, and no order. */
	@Test
	void whatAnOrderHoldsThatNobodyInTheShopKnowsOfIsSoldOrComesBackOnce() {
		UUID bought = held(this.product);
		UUID ended = held(this.product);
		String counted = this.lines + "\n";
		assertThat(counts(imported(this.shop, counted))).isEqualTo("1: 0 1 0 0");
		assertThat(this.market.stock(this.shop, this.product)).isEqualTo(3);
		tell(bought, "commit");
		tell(ended, "release");
		assertThat(this.market.stock(this.shop, this.product)).isEqualTo(4);
		assertThat(counts(imported(this.shop, counted))).isEqualTo("1: 0 0 1 0");
		assertThat(counts(send(this.shop, "?force", counted))).isEqualTo("1: 0 0 1 0");
		assertThat(this.market.stock(this.shop, this.product)).isEqualTo(4);
		assertThat(counts(imported(this.shop, this.lines))).isEqualTo("1: 0 1 0 0");
		assertThat(this.market.stock(this.shop, this.product)).isEqualTo(5);
	}

	@Test
	void whatWasHeldADayAgoAndCameBackSinceIsThereOnce(@Value("${DUKEN_DATABASE_URL}") String url,
			@Value("${DUKEN_DATABASE_OWNER_PASSWORD}") String password) throws SQLException {
		UUID ended = held(this.product);
		tell(ended, "release");
		try (Connection owner = DriverManager.getConnection(url, "shop_owner", password);
				Statement past = owner.createStatement()) {
			assertThat(past.executeUpdate("""
					update shop.reservation set decided_at = decided_at - interval '1441 minutes'
					where order_id = '%s'""".formatted(ended))).isOne();
			assertThat(past.executeUpdate("""
					update shop.stock_movement set at = at - interval '1441 minutes'
					where order_id = '%s' and kind = 'SALE'""".formatted(ended))).isOne();
		}
		assertThat(counts(imported(this.shop, this.lines + "\n"))).isEqualTo("1: 0 1 0 0");
		assertThat(this.market.stock(this.shop, this.product)).isEqualTo(5);
	}

	@Test
	void itStillChangesWhatTheOwnerHasChanged() {
		Market.must(200,
				this.market.put(Market.offer(this.shop, this.product), Market.OWNER, "{\"price\": 11, \"stock\": 9}"));
		assertThat(counts(imported(this.shop, this.lines))).isEqualTo("1: 0 1 0 0");
		assertThat(this.market.stock(this.shop, this.product)).isEqualTo(4);
	}

	@Test
	void anotherListSpeaksOfNow() {
		assertThat(counts(imported(this.shop, this.lines + "\n"))).isEqualTo("1: 0 1 0 0");
		assertThat(this.market.stock(this.shop, this.product)).isEqualTo(5);
		sold(this.product);
		assertThat(counts(imported(this.shop, this.lines))).isEqualTo("1: 0 1 0 0");
		assertThat(this.market.stock(this.shop, this.product)).isEqualTo(5);
	}

	@Test
	void afterAnHourItSpeaksOfNow() {
		anHourPassesSince("first_sent_at");
		assertThat(counts(Market.must(200, send(this.shop, "?dryRun", this.lines)))).isEqualTo("1: 0 1 0 0");
		assertThat(counts(imported(this.shop, this.lines))).isEqualTo("1: 0 1 0 0");
		assertThat(this.market.stock(this.shop, this.product)).isEqualTo(5);
		assertThat(counts(imported(this.shop, this.lines))).isEqualTo("1: 0 0 1 0");
	}

	@Test
	void whileItGoesOnItIsTheSameForLonger() {
		String list = cutOff(unique("Long"));
		UUID first = offered("S-0");
		sold(first);
		anHourPassesSince("first_sent_at");
		assertThat(counts(imported(this.shop, list))).isEqualTo("602: 598 0 0 4");
		assertThat(this.market.stock(this.shop, first)).isZero();
	}

	@Test
	void onceLeftForAnHourItSpeaksOfNow() {
		String list = cutOff(unique("Left"));
		UUID first = offered("S-0");
		sold(first);
		anHourPassesSince("first_sent_at");
		anHourPassesSince("last_sent_at");
		assertThat(counts(imported(this.shop, list))).isEqualTo("602: 99 1 498 4");
		assertThat(this.market.stock(this.shop, first)).isEqualTo(1);
	}

	@Test
	void itGoesOnAfterWhatIsDone() {
		String list = cutOff(unique("Cut off"));
		UUID first = offered("S-0");
		UUID second = offered("S-1");
		sold(first);
		Market.must(200, this.market.put(Market.offer(this.shop, second), Market.OWNER, "{\"stock\": 9}"));

		assertThat(counts(Market.must(200, send(this.shop, "?dryRun", list)))).isEqualTo("602: 99 1 498 4");
		Answer rest = imported(this.shop, list);

		assertThat(counts(rest)).isEqualTo("602: 598 0 0 4");
		assertThat(rest.body().path("errors").findValuesAsString("line")).containsExactly("4", "601", "602", "603");
		assertThat(this.market.stock(this.shop, first)).isZero();
		assertThat(this.market.stock(this.shop, second)).isEqualTo(9);
		assertThat(counts(imported(this.shop, list))).isEqualTo("602: 0 1 597 4");
		assertThat(this.market.stock(this.shop, first)).isZero();
		assertThat(this.market.stock(this.shop, second)).isEqualTo(1);
	}

	@Test
	void withForceItBeginsAtTheBeginning() {
		String list = cutOff(unique("Forced"));
		assertThat(counts(Market.must(200, send(this.shop, "?force", list)))).isEqualTo("602: 99 0 499 4");
	}

	@Test
	void anotherListBeginsAtTheBeginning() {
		String list = cutOff(unique("Replaced"));
		assertThat(counts(imported(this.shop, "X,%s,,,,1,1\n".formatted(Cards.made(unique("Other"))))))
			.isEqualTo("1: 1 0 0 0");
		assertThat(counts(imported(this.shop, list))).isEqualTo("602: 99 0 499 4");
	}

	/**
	 * Of 602 lines the first 500 are done. The third cannot be read; the last ones repeat
	 * a sku and two products.
	 */
	private String cutOff(String series) {
		StringBuilder lines = new StringBuilder();
		for (int i = 0; i < 599; i++) {
			Cards.made(series + i);
			lines.append("S-%d,,%s%d,,,%s,1\n".formatted(i, series, i, (i == 2) ? "free" : "10"));
		}
		UUID named = Cards.made(series + "0");
		lines.append(
				"S-0,%s,,,,10,1\n,%s,,,,10,7\n,,%s1,,,10,7\n".formatted(Cards.made(unique("Twice")), named, series));
		Cards.openOnce();
		assertThat(send(this.shop, "", lines.toString()).slug()).isEqualTo("unavailable");
		assertThat(count("select count(*) from offer where shop_id = '" + this.shop + "' and sku like 'S-%'"))
			.isEqualTo(499);
		Cards.open();
		return lines.toString();
	}

	private UUID offered(String sku) {
		return this.database.sql("select product_id from offer where shop_id = :shop and sku = :sku")
			.param("shop", this.shop)
			.param("sku", sku)
			.query(UUID.class)
			.single();
	}

}
