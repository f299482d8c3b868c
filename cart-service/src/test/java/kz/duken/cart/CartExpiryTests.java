package kz.duken.cart;

import java.util.Map;
import java.util.UUID;

import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A cart that nobody changes is thrown away. */
@ServiceTest
class CartExpiryTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private CartExpiry expiry;

	private Calls guest;

	private UUID phone;

	@BeforeEach
	void aGuest() {
		this.guest = Calls.ofGuest(this.client);
		this.phone = new Market().offered();
	}

	@Test
	void cartsThatNobodyChangedForThirtyDaysAreThrownAway() {
		this.guest.add(this.phone, 2);
		Calls customer = new Calls(this.client);
		customer.add(this.phone, 2);
		String old = this.guest.cart().body().path("id").stringValue();
		age(old, 30 * 24 - 1);
		this.expiry.sweep();
		assertThat(this.guest.cart().quantities()).containsExactly(2);
		age(old, 2);
		this.expiry.sweep();
		assertThat(this.guest.cart().body().path("id").isNull()).isTrue();
		assertThat(customer.cart().quantities()).containsExactly(2);
	}

	@Test
	void aChangeKeepsACart() {
		String item = this.guest.add(this.phone, 2).itemId(0);
		age(this.guest.cart().body().path("id").stringValue(), 31 * 24);
		this.guest.change(item, 3);
		this.expiry.sweep();
		assertThat(this.guest.cart().quantities()).containsExactly(3);
	}

	private void age(String cart, int hours) {
		this.jdbc.sql("update cart set changed_at = changed_at - make_interval(hours => :hours) where id = :id::uuid")
			.params(Map.of("id", cart, "hours", hours))
			.update();
	}

}
