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

class XmlPriceListTests {

	private static final String STOCK = "<availabilities><availability stockCount='1'/></availabilities>";

	private static List<ListedOffer> read(String text) throws IOException {
		return read(text.getBytes(StandardCharsets.UTF_8));
	}

	private static List<ListedOffer> read(byte[] file) throws IOException {
		var list = new XmlPriceList(new ByteArrayInputStream(file));
		List<ListedOffer> offers = new ArrayList<>();
		for (ListedOffer offer = list.next(); offer != null; offer = list.next()) {
			offers.add(offer);
		}
		return offers;
	}

	private static ListedOffer offer(String content) throws IOException {
		return read("<kaspi_catalog><offers><offer sku='1'><model>A</model>" + content
				+ "</offer></offers></kaspi_catalog>")
			.getFirst();
	}

	@Test
	void aMarketplacesListIsRead() throws IOException {
		assertThat(read("""
				<?xml version="1.0" encoding="utf-8"?>
				<kaspi_catalog date="2026-01-01" xmlns="kaspiShopping"
						xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
				  <company>Shop</company>
				  <merchantid>1</merchantid>
				  <offers>
				    <offer
				        sku=" S-1 ">
				      <model>iPhone &amp; <![CDATA[<Co>]]></model>
				      <brand>Apple</brand>
				      <availabilities>
				        <availability available="yes" storeId="PP1" preOrder="0" stockCount="10"/>
				        <availability available="no" storeId="PP2" stockCount="7"/>
				        <availability available="yes" storeId="PP3" stockCount="5.0"/>
				        <availability available="yes" storeId="PP4"/>
				      </availabilities>
				      <price>6418</price>
				      <loanPeriod>24</loanPeriod>
				    </offer>
				    <!-- the next -->
				    <offer sku="S-2"><model>B</model></offer>
				  </offers>
				</kaspi_catalog>
				""")).containsExactly(
				new ListedOffer(7, "S-1", null, "iPhone & <Co>", "Apple", null, "6418", "15", null), new ListedOffer(21,
						"S-2", null, "B", null, null, null, null, "availability must be given, with a stockCount"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					<availability available="yes" stockCount="3"/>                                       | 3 | none
					<availability available="no"/>                                                       | 0 | none
					<availability available="no" stockCount="5"/>                                        | 0 | none
					<availability available="yes"/>                                                      |   | stockCount must say how many are available
					<availability available="yes"/><availability available="no"/>                        | 0 | stockCount must say how many are available
					<availability available="yes" stockCount="-1"/>                                      |   | stockCount must be a whole number
					<availability available="yes" stockCount="1.5"/>                                     |   | stockCount must be a whole number
					<availability available="yes" stockCount="999999999"/><availability stockCount="2"/> | 1000000001 | none
					""")
	void stockIsTheSumOfWhatItsPlacesHave(String places, String stock, String flaw) throws IOException {
		ListedOffer offer = offer("<price>1</price><availabilities>" + places + "</availabilities>");
		assertThat(offer.stock()).isEqualTo(stock);
		assertThat(String.valueOf(offer.flaw()).replace("null", "none")).isEqualTo(flaw);
	}

	@Test
	void pricesByCityMustBeOne() throws IOException {
		String stock = STOCK;
		String one = "<cityprices><cityprice cityId='1'>5</cityprice><cityprice cityId='2'>5</cityprice></cityprices>";
		assertThat(offer(stock + one).price()).isEqualTo("5");
		assertThat(offer(stock + one.replaceFirst("5", "5.00")).flaw()).isNull();
		assertThat(offer(stock + one.replaceFirst("5", "5,0")).price()).isEqualTo("5,0");
		ListedOffer two = offer(stock + one.replaceFirst("5", "6"));
		assertThat(two.flaw()).startsWith("price must be given");
		assertThat(offer(stock + one.replaceFirst("5", "6") + "<price>7</price>").price()).isEqualTo("7");
		assertThat(offer(stock + "<price>7</price><price>8</price>").flaw()).isEqualTo("price must stand once");
	}

	@Test
	void theFileSaysItsEncoding() throws IOException {
		String file = "<?xml version='1.0' encoding='windows-1251'?><kaspi_catalog><offers><offer>"
				+ "<model>Телефон</model></offer></offers></kaspi_catalog>";
		assertThat(read(file.getBytes(Charset.forName("windows-1251"))).getFirst().name()).isEqualTo("Телефон");
		assertThat(read(("\uFEFF" + file.substring(file.indexOf("?>") + 2))).getFirst().name()).isEqualTo("Телефон");
		assertThat(read(file.replace("windows-1251", "utf-16").getBytes(StandardCharsets.UTF_16)).getFirst().name())
			.isEqualTo("Телефон");
		assertThatThrownBy(() -> read(file.replace("windows-1251", "utf-8").getBytes(Charset.forName("windows-1251"))))
			.isInstanceOf(MalformedPriceList.class);
		assertThatThrownBy(() -> read(file.replace("windows-1251", "klingon"))).isInstanceOf(MalformedPriceList.class);
	}

	@Test
	void aDocumentTypeIsRefused() {
		assertThatThrownBy(() -> read("""
				<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/hostname">]>
				<kaspi_catalog><offers><offer><model>&xxe;</model></offer></offers></kaspi_catalog>"""))
			.isInstanceOf(MalformedPriceList.class)
			.hasMessage("Line 1: The file must not have a DOCTYPE.");
		assertThatThrownBy(() -> read("""
				<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
				<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
				<kaspi_catalog><offers><offer><model>&d;</model></offer></offers></kaspi_catalog>"""))
			.isInstanceOf(MalformedPriceList.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no xml", "<kaspi_catalog>", "<kaspi_catalog></offers>", "<yml_catalog/>",
			"<kaspi_catalog/><kaspi_catalog/>",
			"<kaspi_catalog><offers><offer sku='1' sku='2'/></offers></kaspi_catalog>",
			"<kaspi_catalog>&xxe;</kaspi_catalog>", "<kaspi_catalog>&#0;</kaspi_catalog>" })
	void whatIsNotWellFormedIsRefused(String file) {
		assertThatThrownBy(() -> read(file)).isInstanceOf(MalformedPriceList.class).hasMessageStartingWith("Line 1: ");
	}

	@Test
	void nothingIsCollectedForEver() throws IOException {
		String begin = "<kaspi_catalog><offers>";
		assertThatThrownBy(() -> read(begin + "<a>".repeat(100))).isInstanceOf(MalformedPriceList.class);
		assertThatThrownBy(() -> read(begin + "<offer sku='" + "a".repeat(3_000_000)))
			.isInstanceOf(MalformedPriceList.class);
		assertThatThrownBy(() -> read(begin + "<" + "a".repeat(3_000_000))).isInstanceOf(MalformedPriceList.class);
		StringBuilder names = new StringBuilder(begin);
		for (int i = 0; i < 300; i++) {
			names.append("<a").append(i).append("/>");
		}
		assertThatThrownBy(() -> read(names.toString())).isInstanceOf(MalformedPriceList.class);
		assertThatThrownBy(() -> read(begin + "<a " + "b".repeat(101) + "='1'/>"))
			.isInstanceOf(MalformedPriceList.class);
		assertThatThrownBy(() -> read(begin + "<" + "a".repeat(101) + "/>")).isInstanceOf(MalformedPriceList.class);
		assertThatThrownBy(() -> read(begin + "<?" + "a".repeat(101) + " ?>")).isInstanceOf(MalformedPriceList.class);
		ListedOffer endless = offer("<brand>" + "b".repeat(3_000_000) + "</brand>");
		assertThat(endless.brand()).hasSize(64);
		assertThat(endless.flaw()).isEqualTo("availability must be given, with a stockCount");
		assertThat(offer(STOCK + "<brand>" + "b".repeat(1001) + "</brand>").flaw()).isEqualTo("brand is too long");
		StringBuilder cities = new StringBuilder();
		for (int i = 0; i < 200_000; i++) {
			cities.append("<cityprice>").append(i).append("</cityprice>");
		}
		assertThat(offer(STOCK + "<cityprices>" + cities + "</cityprices>").flaw()).startsWith("price must be given");
	}

}
