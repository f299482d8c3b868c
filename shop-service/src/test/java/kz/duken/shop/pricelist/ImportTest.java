package kz.duken.shop.pricelist;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import kz.duken.shop.MarketTest;
import org.junit.jupiter.api.BeforeEach;

/** A market whose shops send price lists. */
abstract class ImportTest extends MarketTest {

	static final String HEADER = "sku,product_id,name,brand,category,price,stock\n";

	@BeforeEach
	void cards() {
		Cards.open();
	}

	/** Sends a list once. */
	Answer send(UUID shop, String parameters, String lines) {
		return send(this.market.once(), shop, parameters, lines);
	}

	Answer imported(UUID shop, String lines) {
		return Market.must(200, send(this.market, shop, "", lines));
	}

	private static Answer send(Market by, UUID shop, String parameters, String lines) {
		return by.upload(shop, parameters, "text/csv", (HEADER + lines).getBytes(StandardCharsets.UTF_8));
	}

	static String counts(Answer answer) {
		return answer.number("/rows") + ": " + answer.number("/created") + " " + answer.number("/updated") + " "
				+ answer.number("/unchanged") + " " + answer.number("/failed");
	}

	static String unique(String name) {
		return name + " " + UUID.randomUUID();
	}

}
