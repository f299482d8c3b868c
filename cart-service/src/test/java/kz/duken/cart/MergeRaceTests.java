package kz.duken.cart;

import java.util.List;
import java.util.UUID;

import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import kz.duken.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A guest's cart is merged once, however many merge it at once. */
@ServiceTest
class MergeRaceTests {

	@Autowired
	private RestTestClient client;

	private final Market market = new Market();

	private Calls guest;

	private Calls customer;

	private UUID phone;

	private UUID shop;

	@BeforeEach
	void aGuestAndACustomer() {
		this.guest = Calls.ofGuest(this.client);
		this.customer = new Calls(this.client);
		this.phone = this.market.product();
		this.shop = this.market.offer(this.phone, "10", 2000);
	}

	@Test
	void mergesAtOnceMergeOnce() {
		this.guest.add(this.phone, this.shop, 2);
		String token = String.valueOf(this.guest.cartToken());
		List<Calls> customers = List.of(new Calls(this.client), new Calls(this.client), new Calls(this.client));
		List<Calls.Answer> answers = AllAtOnce
			.run(List.of(() -> customers.get(0).merge(token), () -> customers.get(1).merge(token),
					() -> customers.get(2).merge(token), () -> Calls.ofGuest(this.client, token).cart()));
		assertThat(answers).allMatch((answer) -> answer.status() == 200);
		assertThat(customers.stream().flatMap((one) -> one.cart().quantities().stream())).containsExactly(2);
	}

	@Test
	void twinsOfOneMergeAddUpOnce() {
		this.guest.add(this.phone, this.shop, 2);
		this.customer.add(this.phone, this.shop, 1);
		String token = String.valueOf(this.guest.cartToken());
		String bearer = TestTokens.customer(this.customer.customer());
		List<Calls.Answer> answers = AllAtOnce.run(6,
				() -> Calls.ofGuest(this.client, token).call(HttpMethod.POST, "/api/cart/merge", bearer, null));
		assertThat(answers).allMatch((answer) -> answer.status() == 200);
		assertThat(this.customer.cart().quantities()).containsExactly(3);
	}

	@Test
	void whatAGuestPutsInDuringAMergeIsInOneOfTheCarts() {
		for (int i = 0; i < 10; i++) {
			Calls someone = Calls.ofGuest(this.client);
			someone.add(this.phone, this.shop, 1);
			String token = String.valueOf(someone.cartToken());
			Calls buyer = new Calls(this.client);
			Calls late = Calls.ofGuest(this.client, token);

			List<Calls.Answer> answers = AllAtOnce
				.run(List.of(() -> buyer.merge(token), () -> late.add(this.phone, this.shop, 2)));

			assertThat(answers).extracting(Calls.Answer::status).containsExactlyInAnyOrder(200, 201);
			assertThat(pieces(buyer) + pieces(late)).isEqualTo(3);
		}
	}

	private static int pieces(Calls calls) {
		return calls.cart().quantities().stream().mapToInt(Integer::intValue).sum();
	}

}
