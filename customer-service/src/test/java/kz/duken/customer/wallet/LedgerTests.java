package kz.duken.customer.wallet;

import java.util.UUID;
import java.util.function.Consumer;

import kz.duken.commons.money.Money;
import kz.duken.customer.Api;
import kz.duken.test.ServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the database itself does not let happen, to the role that the service has. */
@ServiceTest
class LedgerTests {

	private final Ledger ledger;

	private final TransactionTemplate transaction;

	private final JdbcClient database;

	private final Api api;

	private UUID customer = new UUID(0, 0);

	@Autowired
	LedgerTests(@LocalServerPort int port, JdbcClient database, Ledger ledger, TransactionTemplate transaction) {
		this.ledger = ledger;
		this.transaction = transaction;
		this.database = database;
		this.api = new Api(port, database);
	}

	@BeforeEach
	void aCustomerHasAHundred() {
		this.customer = this.api.customer().id();
		in((transfer) -> this.ledger.post(Transfer.topUp(this.customer, Money.of(100))));
	}

	@Test
	void aTransferMustHaveEntries() {
		refused("ledger_transfer_balances", (transfer) -> transfer(transfer));
	}

	@Test
	void entriesMustSumToZero() {
		refused("ledger_transfer_balances", (transfer) -> {
			transfer(transfer);
			entry(transfer, "OUTSIDE", "-5.00", null, null);
			entry(transfer, "PROMOTIONS", "4.99", null, null);
		});
	}

	@Test
	void nothingIsAddedToATransferThatStands() {
		refused("ledger_transfer_balances",
				(transfer) -> entry(this.database.sql("select transfer_id from ledger_entry where account_owner_id = ?")
					.param(this.customer)
					.query(UUID.class)
					.single(), "PROMOTIONS", "5.00", null, null));
	}

	@Test
	void noEntryIsOfZero() {
		refused("ledger_entry_not_zero", (transfer) -> {
			transfer(transfer);
			entry(transfer, "OUTSIDE", "0.00", null, null);
		});
	}

	@Test
	void aBalanceDoesNotChangeWithoutAnEntry() {
		refused("ledger_account_tells_its_entries",
				(transfer) -> this.database.sql("update ledger_account set balance = balance + 1 where owner_id = ?")
					.param(this.customer)
					.update());
	}

	@Test
	void anEntryDoesNotChangeWithoutABalance() {
		refused("ledger_entry_continues", (transfer) -> {
			transfer(transfer);
			entry(transfer, "OUTSIDE", "-5.00", null, null);
			entry(transfer, "WALLET", "5.00", 2L, "106.00");
		});
		refused("ledger_entry_continues", (transfer) -> {
			transfer(transfer);
			entry(transfer, "OUTSIDE", "-5.00", null, null);
			entry(transfer, "WALLET", "5.00", 3L, "105.00");
		});
	}

	@Test
	void aBalanceIsNeverBelowZero() {
		refused("ledger_account_not_negative",
				(transfer) -> this.database.sql("update ledger_account set balance = -1 where owner_id = ?")
					.param(this.customer)
					.update());
		UUID order = UUID.randomUUID();
		in((transfer) -> assertThat(
				this.ledger.post(Transfer.payment(order, this.customer, Money.of("100.01"), Money.ZERO)))
			.isFalse());
		assertThat(balance()).isEqualTo("100.00");
	}

	@ParameterizedTest
	@ValueSource(strings = { "update ledger_entry set amount = 1", "delete from ledger_entry",
			"update ledger_transfer set kind = 'PAYOUT'", "delete from ledger_transfer", "delete from ledger_account",
			"update ledger_account set kind = 'OUTSIDE'", "update payment set outcome = 'PAID'", "delete from payment",
			"delete from refund", "update refund set gross = 1", "update top_up set request_hash = ''",
			"delete from top_up", "update credit set gross = 1", "delete from credit",
			"update payout set shop_id = gen_random_uuid()", "delete from payout", "truncate ledger_entry cascade",
			"delete from customer" })
	void whatIsWrittenStands(String statement) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.database.sql(statement).update())
			.havingRootCause()
			.withMessageContaining("permission denied");
	}

	private void refused(String constraint, Consumer<UUID> work) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> in(work))
			.satisfies((ex) -> assertThat(ex.getMostSpecificCause().toString()).containsAnyOf(constraint,
					words(constraint)));
		assertThat(balance()).isEqualTo("100.00");
	}

	/** What the triggers say; the driver does not show the constraint that they name. */
	private static String words(String constraint) {
		return switch (constraint) {
			case "ledger_transfer_balances" -> "two or more entries that sum to zero";
			case "ledger_entry_continues" -> "does not continue";
			case "ledger_account_tells_its_entries" -> "is not that of its entries";
			default -> constraint;
		};
	}

	private void in(Consumer<UUID> work) {
		this.transaction.executeWithoutResult((status) -> work.accept(UUID.randomUUID()));
	}

	private void transfer(UUID id) {
		this.database.sql("insert into ledger_transfer (id, kind) values (?, 'TOP_UP')").param(id).update();
	}

	private void entry(UUID transfer, String kind, String amount, @Nullable Long number, @Nullable String balance) {
		this.database.sql("""
				insert into ledger_entry
				  (id, transfer_id, account_kind, account_owner_id, amount, number, balance_after)
				values (gen_random_uuid(), :transfer, :kind, :owner, :amount::numeric, :number, :balance::numeric)""")
			.param("transfer", transfer)
			.param("kind", kind)
			.param("owner", kind.equals("WALLET") ? this.customer : new UUID(0, 0))
			.param("amount", amount)
			.param("number", number)
			.param("balance", balance)
			.update();
	}

	private String balance() {
		return this.database.sql("select balance::text from ledger_account where owner_id = ?")
			.param(this.customer)
			.query(String.class)
			.single();
	}

}
