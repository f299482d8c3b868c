package kz.duken.system;

import org.jspecify.annotations.Nullable;

/** Somebody who buys with others' promo codes. */
final class Bystander {

	private static @Nullable Bystander one;

	private final Wares wares = Wares.offered("1000", 1_000_000);

	private final Person person = Person.registered().withMoney("10000000");

	private Bystander() {
	}

	/** Takes one use of a code, and keeps it. */
	static synchronized void uses(String code) {
		if (one == null) {
			one = new Bystander();
		}
		one.person.refresh();
		one.buys(code);
	}

	/** The store knows nobody any more. */
	static synchronized void isForgotten() {
		one = null;
	}

	private void buys(String code) {
		Patience.definite(() -> this.wares.intoCartOf(this.person, 1)).expect(201);
		String total = Patience.definite(() -> this.person.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}"))
			.expect(200)
			.at("/total")
			.toString();
		Patience.order(this.person, Person.newKey(), total).expect(201);
	}

}
