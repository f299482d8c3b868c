package kz.duken.shop.pricelist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvPriceListTests {

	private static final String HEADER = "sku,product_id,name,brand,category,price,stock";

	private static List<ListedOffer> read(String text) throws IOException {
		return read(text.getBytes(StandardCharsets.UTF_8));
	}

	private static List<ListedOffer> read(byte[] file) throws IOException {
		var list = new CsvPriceList(new ByteArrayInputStream(file));
		List<ListedOffer> offers = new ArrayList<>();
		for (ListedOffer offer = list.next(); offer != null; offer = list.next()) {
			offers.add(offer);
		}
		return offers;
	}

	@Test
	void valuesGoByTheirColumns() throws IOException {
		assertThat(read(HEADER + "\n S-1 ,,\"Phone, \"\"big\"\"\",Acme,phones,10.5,3"))
			.containsExactly(new ListedOffer(2, "S-1", null, "Phone, \"big\"", "Acme", "phones", "10.5", "3", null));
		assertThat(read("Stock,PRICE,name\n3,10.5,Phone"))
			.containsExactly(new ListedOffer(2, null, null, "Phone", null, null, "10.5", "3", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void linesAreCountedWhateverEndsThem(String end) throws IOException {
		String file = String.join(end, HEADER, ",,A,,,1,1", "", ",,\"B", "b\",,,1,1", ",,,,,,", ",,C,,,1,1", "");
		assertThat(read(file)).extracting(ListedOffer::line).containsExactly(2, 4, 7);
		assertThat(read("\uFEFF" + file)).extracting(ListedOffer::line).containsExactly(2, 4, 7);
	}

	@Test
	void semicolonsPartValuesWhereTheyPartTheHeader() throws IOException {
		assertThat(read("name;price;stock\n\"a;b\";349990,50;1"))
			.containsExactly(new ListedOffer(2, null, null, "a;b", null, null, "349990,50", "1", null));
	}

	@Test
	void aLineOfAnotherLengthIsFlawed() throws IOException {
		assertThat(read("name,price,stock\na,1\nb,1,2,3\nc,1,2")).extracting(ListedOffer::flaw)
			.containsExactly("has 2 values, the header has 3", "has 4 values, the header has 3", null);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                          | 1
			name,price                  | 1
			sku,price,stock             | 1
			name,price,stock,colour     | 1
			name,price,price,stock      | 1
			name price stock            | 1
			name,price,stock#"a"x,1,1   | 2
			name,price,stock#a,1,1#"b,1 | 3
			""")
	void aFileThatIsNoPriceListIsRefusedWithTheLine(String file, int line) {
		assertThatThrownBy(() -> read(file.replace('#', '\n'))).isInstanceOf(MalformedPriceList.class)
			.hasMessageStartingWith("Line " + line + ": ");
	}

	@Test
	void aQuoteThatIsNeverClosedIsNotCollectedForEver() {
		assertThatThrownBy(() -> read("name,price,stock\n\"" + "a\n".repeat(2_000_000)))
			.isInstanceOf(MalformedPriceList.class)
			.hasMessageStartingWith("Line 2: ");
	}

	@Test
	void ofAValueThatIsFarTooLongOnlyTheBeginningIsKept() throws IOException {
		String list = "sku,name,price,stock\n" + "s".repeat(1000) + ",a,1,1\n" + "s".repeat(1001) + ",a,1,1\n"
				+ "s".repeat(63) + "😀".repeat(1000) + ",a,1,1\ns,a,1," + "1".repeat(60_000) + "\n";
		assertThat(read(list)).extracting(ListedOffer::flaw)
			.containsExactly(null, "sku is too long", "sku is too long", "stock is too long");
		assertThat(read(list)).extracting((offer) -> String.valueOf(offer.sku()).length())
			.containsExactly(1000, 64, 63, 1);
	}

	@Test
	void aLineThatIsTooLongEndsTheList() {
		assertThatThrownBy(() -> read("name,price,stock\na,1,1\n" + "a".repeat(80_000) + ",1,1\n"))
			.isInstanceOf(MalformedPriceList.class)
			.hasMessageStartingWith("Line 3: ");
		assertThatThrownBy(() -> read("name,price,stock\na" + ",".repeat(80_000)))
			.isInstanceOf(MalformedPriceList.class);
	}

	@Test
	void whatIsNotUtf8IsDamaged() throws IOException {
		byte[] file = "name,price,stock\nТелефон,1,1".getBytes(Charset.forName("windows-1251"));
		assertThat(read(file)).allMatch(ListedOffer::isDamaged);
		assertThat(read("name,price,stock\nТелефон,1,1")).noneMatch(ListedOffer::isDamaged);
		assertThatThrownBy(() -> read("name,price,stock\na,1,1".getBytes(StandardCharsets.UTF_16)))
			.isInstanceOf(MalformedPriceList.class);
	}

}
