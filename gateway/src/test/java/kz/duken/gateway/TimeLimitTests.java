package kz.duken.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** What takes longer than its time ends with it. */
@GatewayTest
@TestPropertySource(properties = "duken.gateway.usual.time=1500ms")
class TimeLimitTests {

	@LocalServerPort
	private int port;

	private final WireMockServer carts = Upstreams.of("cart-service");

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry registry) {
		Upstreams.register(registry, "cart-service", Upstreams.of("cart-service").port());
	}

	@BeforeEach
	void nothingIsAnsweredYet() {
		this.carts.resetAll();
	}

	@Test
	void whoTakesTooLongIsUnavailableAndAskedOnce() throws Exception {
		this.carts.stubFor(any(anyUrl()).willReturn(ok("late").withFixedDelay(10_000)));
		long start = System.nanoTime();

		Client.Answer answer = client().send("GET", "/api/cart");
		assertThat(answer.problem()).isEqualTo("unavailable");
		assertThat(answer.headers("Retry-After")).containsExactly("1");
		assertThat((System.nanoTime() - start) / 1_000_000).isBetween(1400L, 8000L);
		this.carts.verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	void anAnswerThatDripsEndsWithItsTime() throws Exception {
		this.carts.stubFor(any(anyUrl())
			.willReturn(ok("x".repeat(200)).withHeader("Content-Length", "200").withChunkedDribbleDelay(100, 20_000)));
		long start = System.nanoTime();

		assertThat(client().send("GET", "/api/cart").problem()).isEqualTo("unavailable");
		assertThat((System.nanoTime() - start) / 1_000_000).isBetween(1400L, 8000L);
	}

	@Test
	void aBrokenAnswerIsNotTakenForAWholeOne() throws Exception {
		this.carts.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
		assertThat(client().send("GET", "/api/cart").problem()).isEqualTo("unavailable");

		this.carts.stubFor(any(anyUrl())
			.willReturn(ok("x".repeat(100_000)).withChunkedDribbleDelay(10, 4000).withHeader("X-Long", "yes")));
		Client.Answer cut = client().send("GET", "/api/cart");
		assertThat(cut.status()).isEqualTo(200);
		assertThat(cut.raw()).doesNotEndWith("0\r\n\r\n");
	}

	@Test
	void aBodyThatDripsEndsWithItsTime() throws Exception {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
				ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor()) {
			socket.setSoTimeout(8000);
			socket.getOutputStream()
				.write("POST /api/cart/items HTTP/1.1\r\nHost: h\r\nContent-Length: 999\r\n\r\n".getBytes(US_ASCII));
			Future<?> dripping = drops.scheduleAtFixedRate(() -> drop(socket), 0, 100, TimeUnit.MILLISECONDS);

			assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII)).isEqualTo("HTTP/1.1 400");
			dripping.cancel(true);
		}
	}

	private static void drop(Socket socket) {
		try {
			socket.getOutputStream().write('x');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Client client() {
		return new Client(this.port);
	}

}
