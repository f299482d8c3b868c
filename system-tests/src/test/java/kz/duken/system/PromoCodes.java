package kz.duken.system;

import java.util.Locale;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Promo codes of a journey's own. */
final class PromoCodes {

	private PromoCodes() {
	}

	/**
	 * Makes one.
	 * @param terms what the administrator says of it, such as {@code "percent": 10}
	 */
	static String made(String terms) {
		String code = "K" + UUID.randomUUID().toString().substring(0, 18).toUpperCase(Locale.ROOT);
		Person.admin().post("/api/promo-codes", "{\"code\": \"" + code + "\", " + terms + "}").expect(201);
		return code;
	}

	/** Whether it is taken is for the caller to look at. */
	static Answer attach(Person customer, String code) {
		return customer.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}");
	}

	/** How often orders have used it, as the administrator sees. */
	static long used(String code) {
		String cursor = "";
		while (true) {
			Answer page = Person.admin().read("/api/promo-codes?size=100" + cursor);
			for (var found : page.at("/items")) {
				if (found.at("/code").asString().equals(code)) {
					return found.at("/used").asLong();
				}
			}
			assertThat(page.at("/nextCursor").isNull()).as("no code %s", code).isFalse();
			cursor = "&cursor=" + page.text("/nextCursor");
		}
	}

}
