package kz.duken.shop.pricelist;

import java.util.UUID;

import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FailedLineTests extends ImportTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			S,,,,,1,1                    | product_id or name
			S,no-id,,,,1,1               | product_id
			S,UUID,,,,1,1                | product_id
			S,,Nobody knows it,,,1,1     | No card has this name
			S,,Nobody knows it,,cars,1,1 | category
			S,KNOWN,,,,,1                | price
			S,KNOWN,,,,0,1               | price
			S,KNOWN,,,,-1,1              | price
			S,KNOWN,,,,1e3,1             | price
			S,KNOWN,,,,"1,000",1         | price must be an amount of tenge with at most two decimals
			S,KNOWN,,,,"350,000",1       | price must be an amount of tenge with at most two decimals
			S,KNOWN,,,,350.000,1         | price must be an amount of tenge with at most two decimals
			S,KNOWN,,,,1 000,1           | price must be an amount of tenge with at most two decimals
			S,KNOWN,,,,1.005,1           | price must be an amount of tenge with at most two decimals
			S,KNOWN,,,,100000000.01,1    | price
			S,KNOWN,,,,1,                | stock
			S,KNOWN,,,,1,-1              | stock
			S,KNOWN,,,,1,1.5             | stock
			S,KNOWN,,,,1,1000001         | stock
			S,KNOWN,,,,1,99999999999     | stock
			S,KNOWN,,,,1                 | has 6 values
			LONG,KNOWN,,,,1,1            | sku
			S,,LONG,,phones,1,1          | name
			S,,"a#b",,phones,1,1         | name
			S,,n,LONG,phones,1,1         | brand
			TAKEN,KNOWN,,,,1,1           | Another offer of the shop has this sku
			S,OFFERED,,,,1,1             | by more than half
			""")
	void aLineThatCannotBeTakenFailsAlone(String line, String detail) {
		UUID shop = this.market.shop();
		UUID offered = this.market.offered(shop, "10", 5);
		this.market.post(Market.offers(shop), Market.OWNER,
				"{\"productId\": \"%s\", \"sku\": \"TAKEN\", \"price\": 1, \"stock\": 1}"
					.formatted(Market.product("x")));
		String bad = line.replace('#', '\n')
			.replace("UUID", UUID.randomUUID().toString())
			.replace("KNOWN", Cards.made(unique("x")).toString())
			.replace("OFFERED", offered.toString())
			.replace("LONG", "n".repeat(201));
		UUID good = Cards.made(unique("Good"));
		Answer report = imported(shop, bad + "\nGOOD," + good + ",,,,5,5\n");
		assertThat(counts(report)).isEqualTo("2: 1 0 0 1");
		assertThat(report.number("/errors/0/line")).isEqualTo(2);
		assertThat(report.text("/errors/0/sku")).isEqualTo(bad.substring(0, Math.min(bad.indexOf(','), 64)));
		assertThat(report.text("/errors/0/detail")).startsWith(detail.startsWith("by") ? "The price would" : detail);
		assertThat(this.market.stock(shop, good)).isEqualTo(5);
		assertThat(this.market.stock(shop, offered)).isEqualTo(5);
	}

}
