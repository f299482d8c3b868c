package kz.duken.system;

import java.util.Locale;
import java.util.UUID;

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

}
