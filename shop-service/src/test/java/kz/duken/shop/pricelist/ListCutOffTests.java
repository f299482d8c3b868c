package kz.duken.shop.pricelist;

import java.util.UUID;

import kz.duken.shop.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A list that is cut off and sent again ends as one in a single go. */
class ListCutOffTests extends ImportTest {

	private static final String UNKNOWN = ",,Nobody knows it,,,1,1\n";

	private static final String UNREADABLE = ",,,,,1,1\n";

	/** Of both lines the first is done before the list is cut off. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			HELD,OTHER,,,,10,1          | ,HOLDER,,,,10,7       | 1
			HELD,,Nobody knows,,,10,1   | ,HOLDER,,,,10,7       | 1
			HELD,,HOLDER NAME,,,100,1   | ,HOLDER,,,,10,7       | 0
			FREE,,HOLDER NAME,,,100,1   | ,HOLDER,,,,10,7       | 0
			HELD,,HOLDER NAME,,,free,1  | ,HOLDER,,,,10,7       | 1
			,HOLDER,,,,free,1           | ,HOLDER,,,,10,7       | 1
			,HOLDER,,,,11,1             | ,,Holder name,,,10,7  | 1
			,,HOLDER NAME,,,11,1        | ,,Holder name,,,10,7  | 1
			,,HOLDER NAME,,,11,1        | ,HOLDER,,,,10,7       | 1
			FREE,OTHER,,,,10,1          | FREE,HOLDER,,,,10,7   | 0
			""")
	void itEndsAsInOneGo(String done, String later, int updated) {
		String series = unique("name");
		UUID holder = Cards.made("Holder " + series);
		UUID other = Cards.made(unique("Other"));
		String list = (done + "\n" + UNKNOWN + UNREADABLE.repeat(498) + later + "\n" + UNKNOWN)
			.replaceAll("(?i)holder name", "$0" + series.substring("name".length()))
			.replace(",HOLDER,", "," + holder + ",")
			.replace("OTHER", other.toString());
		UUID shop = shopWith(holder);
		UUID unlucky = shopWith(holder);

		Answer inOneGo = imported(shop, list);
		Cards.openOnce();
		assertThat(send(unlucky, "", list).slug()).isEqualTo("unavailable");
		Cards.open();
		Answer goneOn = imported(unlucky, list);

		assertThat(inOneGo.number("/updated")).isEqualTo(updated);
		assertThat(goneOn.body()).isEqualTo(inOneGo.body());
		assertThat(offers(unlucky)).isEqualTo(offers(shop));
		assertThat(count("select count(*) from price_list_claims where shop_id = '" + unlucky + "'")).isZero();
	}

	@Test
	void whatWasNotDoneIsNotPassedOver() {
		UUID holder = Cards.made(unique("Holder"));
		UUID shop = shopWith(holder);
		String list = "HELD,%s,,,,10,7\nFREE,,%s,,phones,1,1\n".formatted(holder, unique("Fresh"));
		Cards.openOnce();
		assertThat(send(shop, "", list).slug()).isEqualTo("unavailable");
		Cards.open();
		assertThat(counts(imported(shop, list))).isEqualTo("2: 1 1 0 0");
	}

	private UUID shopWith(UUID product) {
		UUID shop = this.market.shop();
		imported(shop, "HELD,%s,,,,10,5\n".formatted(product));
		return shop;
	}

	private String offers(UUID shop) {
		return this.database.sql("""
				select string_agg(concat_ws(' ', product_id, sku, price, stock), ';' order by product_id) from offer
				where shop_id = :shop""").param("shop", shop).query(String.class).single();
	}

}
