package kz.duken.test;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction that nothing cuts short, however slow the machine is. */
public final class LongTransaction {

	private static final List<String> LIMITS = List.of("statement_timeout", "lock_timeout", "transaction_timeout",
			"idle_in_transaction_session_timeout");

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	public LongTransaction(TransactionTemplate transaction, JdbcClient jdbc) {
		this.transaction = transaction;
		this.jdbc = jdbc;
	}

	public <T> T run(Supplier<T> work) {
		return this.transaction.execute((status) -> {
			LIMITS.forEach((limit) -> this.jdbc.sql("set local " + limit + " = 0").update());
			return work.get();
		});
	}

}
