package kz.duken.shop.pricelist;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import kz.duken.shop.MarketTest;
import kz.duken.test.AllAtOnce;
import kz.duken.test.Neighbourhood;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImportRequestTests extends MarketTest {

	@BeforeEach
	void cards() {
		Cards.open();
	}

	private static byte[] list(String name, int stock) {
		return "sku,name,price,stock\nS,%s,10,%d\n".formatted(name, stock).getBytes(StandardCharsets.UTF_8);
	}

	private Answer send(UUID shop, String parameters, String type) {
		return this.market.upload(shop, parameters, type, list("Nobody knows it", 1));
	}

	@Test
	void theOwnerAndAdministratorsImport() {
		UUID open = this.market.shop();
		UUID hidden = this.market.pendingShop();
		byte[] file = list("Nobody knows it", 1);
		assertThat(this.market.upload(open, "", null, "text/csv", file).slug()).isEqualTo("unauthorized");
		assertThat(this.market.upload(open, "", Market.CUSTOMER, "text/csv", file).slug()).isEqualTo("forbidden");
		assertThat(this.market.upload(hidden, "", Market.CUSTOMER, "text/csv", file).slug()).isEqualTo("not-found");
		assertThat(this.market.upload(hidden, "", Market.ADMIN, "text/csv", file).status()).isEqualTo(200);
		assertThat(this.market.upload(UUID.randomUUID(), "", Market.ADMIN, "text/csv", file).slug())
			.isEqualTo("not-found");
	}

	@ParameterizedTest
	@CsvSource({ "text/csv,200", "text/csv;charset=utf-8,200", "application/xml,400", "application/json,415",
			"text/plain,415", "application/x-www-form-urlencoded,415" })
	void aFileSaysWhatItIs(String type, int status) {
		assertThat(send(this.market.shop(), "", type).status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "dryRun", "force" })
	void aFlagIsTrueOrFalse(String flag) {
		UUID shop = this.market.shop();
		assertThat(send(shop, "?" + flag + "=yes", "text/csv").pointer()).isEqualTo("/" + flag);
		for (String good : new String[] { "", "=", "=true", "=false", "&more=1" }) {
			assertThat(send(shop, "?" + flag + good, "text/csv").status()).isEqualTo(200);
		}
	}

	@Test
	void nothingIsImportedFromAnEmptyList() {
		UUID shop = this.market.shop();
		Answer none = this.market.upload(shop, "", "text/csv", "name,price,stock\n".getBytes(StandardCharsets.UTF_8));
		assertThat(none.number("/rows")).isZero();
		assertThat(this.market.upload(shop, "", "text/csv", new byte[0]).slug()).isEqualTo("malformed-request");
		assertThat(this.market.upload(shop, "", "application/xml", new byte[0]).slug()).isEqualTo("malformed-request");
	}

	@Test
	void oneListOfAShopIsImportedAtATime() {
		UUID shop = this.market.shop();
		Answer second = unhurried(() -> {
			this.database.sql("select pg_advisory_xact_lock(hashtextextended('shop.import ' || :shop, 0))")
				.param("shop", shop.toString())
				.query()
				.singleRow();
			assertThat(send(this.market.shop(), "", "text/csv").status()).isEqualTo(200);
			return send(shop, "", "text/csv");
		});
		assertThat(second.slug()).isEqualTo("import-in-progress");
		assertThat(second.headers().getFirst("Retry-After")).isEqualTo("5");
		CountDownLatch refused = new CountDownLatch(3);
		Cards.openAfter(() -> refused.await(8, TimeUnit.SECONDS));
		List<String> outcomes = AllAtOnce.run(4, () -> {
			String slug = send(shop, "", "text/csv").slug();
			refused.countDown();
			return slug;
		});
		assertThat(outcomes).containsOnlyOnce("");
		assertThat(outcomes).filteredOn("import-in-progress"::equals).hasSize(3);
		Cards.open();
		assertThat(send(shop, "", "text/csv").status()).isEqualTo(200);
	}

	@Test
	void salesGoOnWhileAListIsImported() {
		UUID shop = this.market.shop();
		String name = "Sold " + UUID.randomUUID();
		UUID product = Cards.made(name);
		this.market.upload(shop, "", "text/csv", list(name, 1000));
		CompletableFuture<Boolean> imports = AllAtOnce.begin(() -> {
			for (int i = 0; i < 10; i++) {
				Market.must(200, this.market.upload(shop, "", "text/csv", list(name, 1000 + i)));
			}
			return true;
		});
		List<List<String>> outcomes = AllAtOnce.run(4, () -> {
			List<String> each = new ArrayList<>();
			for (int i = 0; i < 5; i++) {
				each.add(this.market.reserve(UUID.randomUUID(), Market.line(shop, product, 1, "10")).text("/outcome"));
			}
			return each;
		});
		assertThat(outcomes).flatMap((each) -> each).hasSize(20).containsOnly("RESERVED");
		assertThat(imports.join()).isTrue();
		assertThat(
				count("select -sum(quantity) from stock_movement join offer o on o.id = offer_id where kind = 'SALE' "
						+ "and o.product_id = '" + product + "'"))
			.isEqualTo(20);
		// that the movements still add up is looked at after each test
		assertThat(this.market.stock(shop, product)).isBetween(980, 1009);
	}

	@Test
	void anOwnersOfferInTheVeryMomentIsChangedInstead() {
		UUID shop = this.market.shop();
		String name = "Raced " + UUID.randomUUID();
		UUID product = Cards.made(name);
		Neighbourhood.stubs()
			.stubFor(WireMock.get("/internal/products/" + product)
				.willReturn(WireMock.okJson("{\"id\": \"%s\", \"name\": \"%s\"}".formatted(product, name))));
		List<Integer> outcomes = AllAtOnce.run(3, () -> {
			Answer added = this.market.add(shop, product, "10", 3);
			Answer imported = this.market.upload(shop, "", "text/csv", list(name, 7));
			assertThat(imported.status()).isIn(200, 409);
			assertThat(imported.slug()).isIn("", "import-in-progress");
			assertThat(added.slug()).isIn("", "offer-exists");
			return added.status();
		});
		assertThat(outcomes).containsOnly(201, 409).areAtMost(1, new Condition<>((status) -> status == 201, "made"));
		Market.must(200, this.market.upload(shop, "", "text/csv", list(name, 7)));
		assertThat(this.market.stock(shop, product)).isEqualTo(7);
	}

}
