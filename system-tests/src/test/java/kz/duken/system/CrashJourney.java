package kz.duken.system;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The order-service is killed in the middle of a checkout, and no money, stock or order
 * is lost.
 */
class CrashJourney {

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void anOrderOutlivesItsService() {
		Wares wares = Wares.offered("300", 5);
		Person customer = Person.registered().withMoney("1000");
		wares.intoCartOf(customer, 2).expect(201);
		String key = Person.newKey();
		ProcessHandle wallet = Store.process("customer-service");
		ProcessHandle orders = Store.process("order-service");

		// a service that has never had the issuer's keys could not tell who is calling
		customer.get("/api/orders").expect(200);

		// the wallet stands still, so the checkout waits before it has paid
		Store.signal("STOP", wallet);
		CompletableFuture<Void> lostAnswer = CompletableFuture.runAsync(() -> customer.order(key, "600"));
		try {
			Patience.until("the order waits for the wallet",
					() -> wares.stock() == 3 && customer.get("/api/orders?status=PENDING").at("/items").size() == 1);
			Store.signal("KILL", orders);
		}
		finally {
			Store.signal("CONT", wallet);
		}
		lostAnswer.handle((answer, failure) -> true).join();

		Patience.until("the order is confirmed",
				() -> customer.get("/api/orders").at("/items/0/status").asString("").equals("CONFIRMED"));
		Answer again = customer.order(key, "600").expect(201);
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(customer.get("/api/orders").expect(200).at("/items")).hasSize(1);
		assertThat(customer.balance()).isEqualTo("400.00");
		assertThat(wares.stock()).isEqualTo(3);
		assertThat(customer.get("/api/cart").expect(200).at("/items")).isEmpty();
		assertThat(Store.process("order-service").pid()).isNotEqualTo(orders.pid());
	}

}
