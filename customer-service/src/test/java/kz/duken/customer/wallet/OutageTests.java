package kz.duken.customer.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import kz.duken.commons.problem.DatabaseOutage;
import kz.duken.customer.Api;
import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the database cannot do now is told as an outage, and has changed nothing. */
@ServiceTest
class OutageTests {

	private final JdbcClient database;

	private final TransactionTemplate transaction;

	private final Api api;

	private final Api.Account admin;

	private final Api.Account customer;

	@Autowired
	OutageTests(@LocalServerPort int port, JdbcClient database, TransactionTemplate transaction) {
		this.database = database;
		this.transaction = transaction;
		this.api = new Api(port, database);
		this.admin = this.api.admin();
		this.customer = this.api.customer();
	}

	@Test
	void aLockThatIsHeldTooLong() {
		Api.Answer answer = this.transaction.execute((status) -> {
			holdWallet();
			return topUpOnce();
		});

		isAnOutage(answer);
	}

	@Test
	void aConnectionThatIsCutInTheMiddle() {
		List<List<Api.Answer>> answers = this.transaction.execute((status) -> {
			holdWallet();
			AtomicBoolean cut = new AtomicBoolean();
			return AllAtOnce.run(List.of(() -> topUpUntil(cut), () -> {
				Awaitility.await().until(this::cutWhoWaits);
				cut.set(true);
				return List.of();
			}));
		});

		answers.getFirst().forEach(this::isAnOutage);
	}

	@Test
	void whatAConstraintRefusesAtTheEndIsNone() {
		assertThatThrownBy(() -> this.transaction.executeWithoutResult((status) -> this.database
			.sql("insert into ledger_transfer (id, kind) values (gen_random_uuid(), 'TOP_UP')")
			.update())).hasStackTraceContaining("ledger_transfer_balances")
			.isInstanceOfSatisfying(RuntimeException.class, (ex) -> assertThat(DatabaseOutage.isOne(ex)).isFalse());
	}

	private void holdWallet() {
		this.database.sql("set local transaction_timeout = 0").update();
		this.database.sql("set local idle_in_transaction_session_timeout = 0").update();
		this.database.sql("select from ledger_account where owner_id = ? for update")
			.param(this.customer.id())
			.query()
			.listOfRows();
	}

	private boolean cutWhoWaits() {
		return !this.database.sql("""
				select pg_terminate_backend(pid) from pg_stat_activity
				where usename = current_user and wait_event_type = 'Lock'""").query().listOfRows().isEmpty();
	}

	private Api.Answer topUp() {
		return this.api.topUp(this.admin, this.customer.id().toString(), "k1", "{\"amount\": 1}");
	}

	private Api.Answer topUpOnce() {
		HttpHeaders headers = Api.bearer(this.admin.token());
		headers.set("Idempotency-Key", "k1");
		return this.api.sendOnce(HttpMethod.POST, "/api/customers/" + this.customer.id() + "/wallet/top-ups",
				"{\"amount\": 1}", headers);
	}

	/** Who waits too long before he is cut off, comes again. */
	private List<Api.Answer> topUpUntil(AtomicBoolean cut) {
		List<Api.Answer> answers = new ArrayList<>();
		do {
			answers.add(topUpOnce());
		}
		while (!cut.get());
		return answers;
	}

	private void isAnOutage(Api.Answer answer) {
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.text("/type")).endsWith("/problems/unavailable");
		assertThat(answer.headers().getFirst("Retry-After")).isEqualTo("1");
		assertThat(topUp().status()).isEqualTo(201);
		assertThat(topUp().headers().containsHeader("Idempotency-Replayed")).isTrue();
	}

}
