package kz.duken.customer.wallet;

import java.math.BigDecimal;
import java.util.UUID;

import kz.duken.customer.Api;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What is paid from wallets, and what the ledger holds then. */
final class Till {

	static final String LATER = "2099-01-01T00:00:00Z";

	static final String EARLIER = "2020-01-01T00:00:00Z";

	private final Api api;

	private final JdbcClient database;

	Till(Api api, JdbcClient database) {
		this.api = api;
		this.database = database;
	}

	Api.Account customerWith(int amount) {
		var customer = this.api.customer();
		if (amount > 0) {
			this.api.topUp(this.api.admin(), customer.id().toString(), "k", "{\"amount\": %d}".formatted(amount));
		}
		return customer;
	}

	Api.Answer pay(UUID orderId, Api.Account customer, int sum, int discount, String deadline) {
		return this.api.internal("/internal/payments/" + orderId, """
				{"customerId": "%s", "sum": %d, "discount": %d, "total": %d, "deadline": "%s"}"""
			.formatted(customer.id(), sum, discount, sum - discount, deadline));
	}

	String balance(Api.Account customer) {
		return this.api.get("/api/customers/me/wallet", customer).body().get("balance").toString();
	}

	String escrow(UUID orderId) {
		return this.database.sql("select balance::text from ledger_account where kind = 'ESCROW' and owner_id = ?")
			.param(orderId)
			.query(String.class)
			.single();
	}

	/** Each balance is that of its entries, and all entries together are none. */
	void addsUp() {
		assertThat(this.database.sql("""
				select count(*) from ledger_account a where balance is distinct from (
				  select coalesce(sum(amount), 0) from ledger_entry
				  where account_kind = a.kind and account_owner_id = a.owner_id) and balance is not null""")
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.database.sql("select sum(amount) from ledger_entry").query(BigDecimal.class).optional())
			.hasValueSatisfying((sum) -> assertThat(sum).isZero());
	}

}
