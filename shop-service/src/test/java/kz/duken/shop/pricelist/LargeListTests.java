package kz.duken.shop.pricelist;

import java.nio.charset.StandardCharsets;

import kz.duken.shop.Answer;
import kz.duken.shop.MarketTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A price list may be larger than any other body. */
class LargeListTests extends MarketTest {

	private static final String HEADER = "name,price,stock\n";

	private static byte[] lines(int count, String line) {
		return (HEADER + line.repeat(count)).getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void aListOfManyMegabytesIsTaken() {
		Answer report = this.market.upload(this.market.shop(), "", "text/csv",
				lines(30_000, "A phone with a long name and much to say about it,price,1\n"));
		assertThat(report.status()).isEqualTo(200);
		assertThat(report.number("/rows")).isEqualTo(30_000);
		assertThat(report.number("/failed")).isEqualTo(30_000);
		assertThat(report.body().path("errors").size()).isEqualTo(1000);
	}

}
