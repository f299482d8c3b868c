package kz.duken.system;

import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A shop brings its whole price list. */
class ImportJourney {

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void aPriceListIsTakenInOnce() {
		Wares wares = Wares.offered("100", 5);
		String slug = Person.STRANGER.get("/api/categories").expect(200).text("/0/slug");
		String name = "Imported " + UUID.randomUUID();
		String list = """
				sku,product_id,name,brand,category,price,stock
				S-1,%s,,,,110,7
				S-2,,%s,Acme,%s,2500.50,3
				S-3,,Nobody knows this %s,,,10,1
				S-4,%s,,,,-1,1
				""".formatted(wares.productId(), name, slug, UUID.randomUUID(), wares.productId());
		String path = "/api/shops/" + wares.shopId() + "/offers/import";

		Answer tried = wares.owner().upload(path + "?dryRun=true", "text/csv", list).expect(200);
		Answer done = wares.owner().upload(path, "text/csv", list).expect(200);
		Answer again = wares.owner().upload(path, "text/csv", list).expect(200);

		assertThat(tried.body()).isEqualTo(done.body());
		assertThat(done.whole("/rows")).isEqualTo(4);
		assertThat(done.whole("/created")).isEqualTo(1);
		assertThat(done.whole("/updated")).isEqualTo(1);
		assertThat(done.whole("/failed")).isEqualTo(2);
		assertThat(done.at("/errors").findValuesAsString("line")).containsExactly("4", "5");
		assertThat(again.whole("/unchanged")).isEqualTo(2);
		assertThat(wares.stock()).isEqualTo(7);
		assertThat(Person.STRANGER.get("/api/products?q=" + name.replace(" ", "%20")).expect(200).text("/items/0/name"))
			.isEqualTo(name);
	}

	@Test
	void aListThatComesAgainBringsBackNothingThatWasSold() {
		Wares wares = Wares.offered("100", 5);
		Person customer = Person.registered().withMoney("1000");
		String list = """
				sku,product_id,name,brand,category,price,stock
				S-1,%s,,,,110,7
				""".formatted(wares.productId());
		String path = "/api/shops/" + wares.shopId() + "/offers/import";
		assertThat(wares.owner().upload(path, "text/csv", list).expect(200).whole("/updated")).isEqualTo(1);
		wares.intoCartOf(customer, 3).expect(201);
		String order = customer.order(Person.newKey()).expect(201).text("/id");

		Answer again = wares.owner().upload(path, "text/csv", list).expect(200);

		assertThat(again.whole("/unchanged")).isEqualTo(1);
		assertThat(again.whole("/updated")).isZero();
		assertThat(wares.stock()).isEqualTo(4);
		customer.post("/api/orders/" + order + "/cancel", "").expect(200);
		Patience.until("the goods given back", () -> wares.stock() == 7);
		assertThat(wares.owner().upload(path, "text/csv", list).expect(200).whole("/unchanged")).isEqualTo(1);
		wares.intoCartOf(customer, 2).expect(201);
		customer.order(Person.newKey()).expect(201);
		wares.owner().upload(path, "text/csv", list.replace(",7", ",9")).expect(200);
		assertThat(wares.stock()).as("another list tells what there is now").isEqualTo(9);
		wares.owner().upload(path, "text/csv", list).expect(200);
		assertThat(wares.stock()).as("and so does the old one after it").isEqualTo(7);
	}

	@Test
	void theListOfAMarketplaceIsTakenInToo() {
		Wares wares = Wares.offered("100", 5);
		String card = Person.STRANGER.get("/api/products/" + wares.productId()).expect(200).text("/name");
		String list = """
				<?xml version="1.0" encoding="utf-8"?>
				<kaspi_catalog date="2026-01-01" xmlns="kaspiShopping">
				<company>Shop</company><merchantid>1</merchantid>
				<offers>
				<offer sku="X-1"><model>%s</model><brand>Acme</brand>
				<availabilities><availability available="yes" storeId="PP1" stockCount="4"/>
				<availability available="yes" storeId="PP2" stockCount="5"/></availabilities>
				<price>300</price></offer>
				</offers>
				</kaspi_catalog>
				""".formatted(card);
		String path = "/api/shops/" + wares.shopId() + "/offers/import";

		Answer slip = wares.owner().upload(path, "application/xml", list).expect(200);
		Answer forced = wares.owner().upload(path + "?force=true", "application/xml", list).expect(200);

		assertThat(slip.whole("/failed")).isEqualTo(1);
		assertThat(slip.text("/errors/0/sku")).isEqualTo("X-1");
		assertThat(forced.whole("/updated")).isEqualTo(1);
		assertThat(wares.stock()).isEqualTo(9);
		Person.registered().upload(path, "application/xml", list).expectProblem(403, "forbidden");
	}

}
