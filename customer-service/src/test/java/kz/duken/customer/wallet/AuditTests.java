package kz.duken.customer.wallet;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.audit.OwnAudit;
import kz.duken.commons.money.Money;
import kz.duken.customer.Api;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class AuditTests {

	private static final String KEYS = "Each top-up and payout has its idempotency key, and each key its own";

	private final Api api;

	private final OwnAudit audit;

	private final Ledger ledger;

	private final TransactionTemplate transaction;

	@Autowired
	AuditTests(@LocalServerPort int port, JdbcClient database, OwnAudit audit, Ledger ledger,
			TransactionTemplate transaction) {
		this.api = new Api(port, database);
		this.audit = audit;
		this.ledger = ledger;
		this.transaction = transaction;
	}

	@Test
	void whatTheServiceDoesBreaksNoRuleOfTheLedger() {
		List<Long> before = violations();
		Api.Account customer = this.api.customer();
		this.api.topUp(this.api.admin(), customer.id().toString(), "audited" + customer.id(), "{\"amount\": 1000}");

		assertThat(violations()).hasSize(7).isEqualTo(before);
	}

	private List<Long> violations() {
		return this.audit.look().stream().map(OwnAudit.Finding::violations).toList();
	}

	@Test
	void aTopUpThatNobodyAskedForIsFound() {
		UUID customer = this.api.customer().id();
		long before = topUpsWithoutKey();
		this.transaction.executeWithoutResult((_) -> this.ledger.post(Transfer.topUp(customer, Money.of(100))));
		assertThat(topUpsWithoutKey()).isEqualTo(before + 1);
	}

	private long topUpsWithoutKey() {
		return this.audit.look()
			.stream()
			.filter((finding) -> finding.rule().equals(KEYS))
			.findFirst()
			.orElseThrow()
			.violations();
	}

}
