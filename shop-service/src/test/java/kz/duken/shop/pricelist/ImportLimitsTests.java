package kz.duken.shop.pricelist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import kz.duken.test.AllAtOnce;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What imports may cost, here little. */
@Import(ImportLimitsTests.Time.class)
@TestPropertySource(properties = { "duken.imports.at-once=2", "duken.imports.uploads-at-once=2",
		"duken.imports.lines=20", "spring.cloud.openfeign.client.config.card-resolution.read-timeout=60000" })
class ImportLimitsTests extends ImportTest {

	private static final String LINE = ",,Nobody knows it,,,1,1\n";

	@Autowired
	private PriceLists priceLists;

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
		Cards.openAfter(() -> Time.AHEAD.getAndSet(Duration.ofSeconds(91)));
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
		UUID first = this.market.shop();
		UUID second = this.market.shop();
		UUID third = this.market.shop();
		CountDownLatch underWay = new CountDownLatch(2);
		CountDownLatch refused = new CountDownLatch(1);
		Cards.openAfter(() -> {
			underWay.countDown();
			return refused.await(30, TimeUnit.SECONDS);
		});
		List<String> outcomes = AllAtOnce.run(List.of(() -> outcome(first), () -> outcome(second), () -> {
			assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();
			String outcome = outcome(third);
			refused.countDown();
			return outcome;
		}));
		assertThat(outcomes).containsExactlyInAnyOrder("200", "200", "unavailable");
	}

	private String outcome(UUID shop) {
		Answer answer = send(shop, "", LINE);
		return (answer.status() == 200) ? "200" : answer.slug();
	}

	@Test
	void whoSendsSlowlyTakesNoPlaceFromThoseWhoHaveSent() {
		UUID shop = this.market.shop();
		List<String> outcomes = new ArrayList<>();
		whileAListArrives(() -> {
			outcomes.add(outcome(shop));
			whileAListArrives(() -> outcomes.add(outcome(shop)));
			outcomes.add(outcome(shop));
		});
		assertThat(outcomes).containsExactly("200", "unavailable", "200");
	}

	/** Before the sender comes to its end. */
	private void whileAListArrives(Runnable event) {
		InputStream slow = new ByteArrayInputStream(HEADER.getBytes(StandardCharsets.UTF_8)) {
			@Override
			public synchronized int read(byte[] buffer, int offset, int length) {
				int read = super.read(buffer, offset, length);
				if (read < 0) {
					event.run();
				}
				return read;
			}
		};
		ImportOrder order = new ImportOrder(this.market.shop(), true, true, false);
		assertThatCode(() -> this.priceLists.take(PriceListFormat.CSV, slow, order)).doesNotThrowAnyException();
	}

	@Test
	void aListThatBreaksOffIsRefusedAndKeepsNoPlace() throws IOException {
		UUID shop = this.market.shop();
		for (int i = 0; i < 3; i++) {
			assertThat(answerToHalfAList(shop)).contains(" 400 ").contains("/problems/malformed-request");
		}
	}

	private String answerToHalfAList(UUID shop) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
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
			socket.shutdownOutput();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** A clock that can be put forward. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Time {

		private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

		@Bean
		Clock clock() {
			InstantSource time = () -> Clock.systemUTC().instant().plus(AHEAD.get());
			return time.withZone(ZoneOffset.UTC);
		}

	}

}
