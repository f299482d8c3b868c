package kz.duken.shop.pricelist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.IntStream;

import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import kz.duken.shop.MarketTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A price list may be larger than any other body. */
class LargeListTests extends MarketTest {

	private static final String HEADER = "sku,name,price,stock\n";

	private static final int MIB = 1024 * 1024;

	private static final int MOST = 100 * MIB;

	private static byte[] lines(int count, String line) {
		return (HEADER + line.repeat(count)).getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void aListOfManyMegabytesIsTaken() {
		Answer report = this.market.upload(this.market.shop(), "", "text/csv",
				lines(30_000, "S,A phone with a long name and much to say about it,price,1\n"));
		assertThat(report.status()).isEqualTo(200);
		assertThat(report.number("/rows")).isEqualTo(30_000);
		assertThat(report.number("/failed")).isEqualTo(30_000);
		assertThat(report.body().path("errors").size()).isEqualTo(1000);
	}

	@Test
	void valuesThatAreFarTooLongAreNotKept() {
		UUID shop = this.market.shop();
		Answer report = Market.must(200,
				this.market.upload(shop, "", "text/csv", lines(600, "s".repeat(60_000) + ",A,1,1\n")));
		assertThat(report.number("/failed")).isEqualTo(600);
		assertThat(report.text("/errors/599/sku")).hasSize(64);
		assertThat(report.text("/errors/599/detail")).isEqualTo("sku is too long");
		Answer refused = this.market.upload(shop, "", "text/csv", lines(20, "s".repeat(MIB) + ",A,1,1\n"));
		assertThat(refused.slug()).isEqualTo("malformed-request");
		assertThat(this.market.get(Market.offers(shop), null).status()).isEqualTo(200);
	}

	/** The server reads what it has no use for, so that its answer is not cut off. */
	@ParameterizedTest
	@ValueSource(strings = { "text/csv", "application/json" })
	void whoeverIsRefusedIsToldSoHoweverMuchHeSends(String type) {
		byte[] list = lines(100_000, "S,A phone with a long name and much to say about it,1,1\n");
		assertThat(list).hasSizeGreaterThan(5 * MIB);
		UUID shop = this.market.shop();
		assertThat(this.market.upload(shop, "", null, type, list).slug()).isEqualTo("unauthorized");
		assertThat(this.market.upload(shop, "", Market.CUSTOMER, "text/csv", list).slug()).isEqualTo("forbidden");
		assertThat(this.market.upload(shop, "?force=perhaps", "text/csv", list).slug()).isEqualTo("validation");
		assertThat(this.market.upload(shop, "", "text/plain", list).slug()).isEqualTo("unsupported-media-type");
	}

	@Test
	void aListThatSaysItIsBeyondTheLimitIsNotWaitedFor() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream()
				.write("""
						POST %s/import HTTP/1.1\r
						Host: shop\r
						Connection: close\r
						Authorization: Bearer %s\r
						Content-Type: text/csv\r
						Content-Length: %d\r
						\r
						""".formatted(Market.offers(this.market.shop()), Market.OWNER, MOST + 1)
					.getBytes(StandardCharsets.UTF_8));
			byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
			assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 413");
		}
	}

	@Test
	void aListThatGoesOnBeyondTheLimitIsRefused() throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.port + Market.offers(this.market.shop()) + "/import"))
			.header("Authorization", "Bearer " + Market.OWNER)
			.header("Content-Type", "text/csv")
			.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(
					IntStream.rangeClosed(0, MOST / MIB).mapToObj((i) -> part((i < MOST / MIB) ? MIB : 1)).toList()))))
			.build();
		try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
			HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(413);
			assertThat(answer.body()).contains("/problems/payload-too-large");
		}
	}

	private static InputStream part(int size) {
		return new ByteArrayInputStream(new byte[size]);
	}

}
