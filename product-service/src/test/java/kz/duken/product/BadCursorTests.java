package kz.duken.product;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** A cursor that this list has not told is refused. */
@ServiceTest
class BadCursorTests {

	private final Callers callers;

	BadCursorTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "newest|precise|2026-01-01T00:00:00Z|I|NOW", "price|precise|5|I|NOW",
			"price|precise|Infinity|I|NOW", "-price|precise|-1.00|I|NOW", "name|precise|a|I|NOW",
			"relevance|alike|5|I|NOW" })
	void aCursorOfThisListIsTaken(String keys) {
		assertThat(listed(keys, keys.substring(0, keys.indexOf('|'))).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "newest|precise|+99999-01-01T00:00:00Z|I|NOW", "newest|precise|x|I|NOW", "newest|precise",
			"newest|precise|2026-01-01|I|NOW", "price|precise|1e99999|I|NOW", "price|precise|NaN|I|NOW",
			"price|precise|-Infinity|I|NOW", "price|precise|5.001|I|NOW", "-price|precise|NaN|I|NOW",
			"-price|precise|Infinity|I|NOW", "name|precise|a\u0000|I|NOW", "name|maybe|a|I|NOW", "name|precise|a|x|NOW",
			"name|precise|a|I|yesterday", "name|precise|a|I|+99999-01-01T00:00:00Z", "name|precise|a|I",
			"relevance|precise|99999999999999999999|I|NOW", "relevance|precise|1.5|I|NOW", "relevance||5|I|NOW",
			"|||" })
	void aMadeUpCursorIsRefused(String keys) {
		String sort = keys.startsWith("|") ? "name" : keys.substring(0, keys.indexOf('|'));

		assertThat(listed(keys, sort).at("/errors/0/pointer")).isEqualTo("/cursor");
	}

	@ParameterizedTest
	@CsvSource({ "newest, price", "price, -price", "-price, price", "name, newest", "relevance, name" })
	void aCursorOfAnotherOrderIsRefused(String made, String asked) {
		String key = switch (made) {
			case "newest" -> "NOW";
			case "name" -> "a";
			default -> "5";
		};

		assertThat(listed(made + "|precise|" + key + "|I|NOW", asked).at("/errors/0/pointer")).isEqualTo("/cursor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "%%%", "AAAAA", "_w" })
	void whatIsNoCursorIsRefused(String cursor) {
		assertThat(this.callers.get("/api/products?cursor={c}", cursor).at("/errors/0/pointer")).isEqualTo("/cursor");
	}

	/** The last key says down to which card is ranked; none is. */
	private Answer listed(String keys, String sort) {
		return this.callers.get("/api/products?cursor={c}&q=x&sort={s}",
				cursor(keys.replace("NOW", "2026-01-01T00:00:00Z") + "|"), sort);
	}

	@ParameterizedTest
	@ValueSource(strings = { "true|5|9999999-01-01T00:00:00Z|I", "true|5|x|I", "true|1e999|2026-01-01T00:00:00Z|I",
			"true|5|2026-01-01T00:00:00Z|x", "true" })
	void aMadeUpCursorOfOffersIsRefused(String keys) {
		UUID id = this.callers.product();

		Answer refused = this.callers.get("/api/products/{id}/offers?cursor={c}", id, cursor(keys));

		assertThat(refused.at("/errors/0/pointer")).isEqualTo("/cursor");
	}

	private static String cursor(String keys) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(keys.replaceAll("\\|I(?=\\||$)", "|" + UUID.randomUUID())
				.replace('|', '\u001f')
				.getBytes(StandardCharsets.UTF_8));
	}

}
