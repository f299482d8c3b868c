package kz.duken.shop.pricelist;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import kz.duken.test.AllAtOnce;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What imports may cost, here little. */
@TestPropertySource(properties = { "duken.imports.at-once=2", "duken.imports.uploads-at-once=2",
		"duken.imports.time=3s", "duken.imports.lines=20" })
class ImportLimitsTests extends ImportTest {

	private static final String LINE = ",,Nobody knows it,,,1,1\n";

	@LocalServerPort
	private int port;

	@Test
	void aListHasOnlySoManyLines() {
		UUID shop = this.market.shop();
		assertThat(counts(imported(shop, LINE.repeat(20)))).isEqualTo("20: 0 0 0 20");
		Answer refused = send(shop, "", LINE.repeat(21));
		assertThat(refused.status()).isEqualTo(413);
		assertThat(refused.text("/detail")).startsWith("The price list has too many lines");
	}

	@Test
	void anImportEndsWhenItsTimeIsOver() {
		UUID shop = this.market.shop();
		String fresh = unique("Late");
		Cards.openSlowly(3100);
		Answer late = send(shop, "", ",,%s,,phones,1,1\n".formatted(fresh));
		assertThat(late.slug()).isEqualTo("unavailable");
		assertThat(late.text("/detail")).startsWith("The import took too long");
		assertThat(late.headers().getFirst("Retry-After")).isEqualTo("1");
		assertThat(Cards.isMade(fresh)).isFalse();
		Cards.open();
		assertThat(send(shop, "", LINE).status()).isEqualTo(200);
	}

	@Test
	void asManyAreImportedAtATimeAsThereIsRoomFor() {
		List<UUID> shops = List.of(this.market.shop(), this.market.shop(), this.market.shop());
		Cards.openSlowly(1500);
		List<String> outcomes = AllAtOnce
			.run(shops.stream().map((shop) -> (Callable<String>) () -> outcome(shop)).toList());
		assertThat(outcomes).containsExactlyInAnyOrder("200", "200", "unavailable");
	}

	private String outcome(UUID shop) {
		Answer answer = send(shop, "", LINE);
		return (answer.status() == 200) ? "200" : answer.slug();
	}

	@Test
	void whoSendsSlowlyTakesNoPlaceFromThoseWhoHaveSent() throws IOException {
		UUID shop = this.market.shop();
		try (Socket slow = beginUpload(this.market.shop())) {
			assertThat(outcome(shop)).isEqualTo("200");
			try (Socket another = beginUpload(this.market.shop())) {
				Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> outcome(shop).equals("unavailable"));
				assertThat(answer(another)).contains(" 400 ").contains("/problems/malformed-request");
			}
			Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> outcome(shop).equals("200"));
			assertThat(answer(slow)).contains(" 400 ").contains("/problems/malformed-request");
		}
	}

	private Socket beginUpload(UUID shop) throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
		socket.setSoTimeout(10_000);
		socket.getOutputStream().write("""
				POST %s/import HTTP/1.1\r
				Host: shop\r
				Connection: close\r
				Authorization: Bearer %s\r
				Content-Type: text/csv\r
				Content-Length: 1000\r
				\r
				name,price""".formatted(Market.offers(shop), Market.OWNER).getBytes(StandardCharsets.UTF_8));
		return socket;
	}

	/** What is answered to a body that ends before its end. */
	private static String answer(Socket socket) throws IOException {
		socket.shutdownOutput();
		return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

}
