package kz.duken.local.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All rules, looked at in one instant of the store's life.
 *
 * @param findings one for each rule
 * @param orders how many there are
 * @param entries how many the ledger has
 */
public record Snapshot(List<Finding> findings, long orders, long entries) {

	/** Schemas with a view {@code audit} of what must always be true. */
	private static final List<String> AUDITED = List.of("customer", "shop", "cart", "orders", "category", "product");

	/**
	 * So that a million entries are sorted and matched without the disk; compiling what
	 * is asked once takes longer than it saves.
	 */
	private static final String FOR_A_MILLION_ENTRIES = "set local work_mem = '128MB'; set local jit = off";

	/**
	 * Looks, as the role that reads all and changes nothing.
	 * @param url JDBC address of the store's database
	 * @param quiet whether it must also be as it is when nothing is under way
	 * @throws SQLException when the database does not answer
	 */
	public static Snapshot take(String url, String user, String password, boolean quiet) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url, user, password)) {
			connection.setReadOnly(true);
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			connection.setAutoCommit(false);
			try (Statement statement = connection.createStatement()) {
				statement.execute(FOR_A_MILLION_ENTRIES);
				List<Finding> findings = new ArrayList<>();
				for (String schema : AUDITED) {
					read(statement, "select rule, violations, example from " + schema + ".audit", true, findings);
				}
				read(statement, script("always.sql"), true, findings);
				if (quiet) {
					read(statement, script("quiet.sql"), false, findings);
				}
				return new Snapshot(List.copyOf(findings), count(statement, "orders.purchase_order"),
						count(statement, "customer.ledger_entry"));
			}
		}
	}

	private static void read(Statement statement, String query, boolean always, List<Finding> findings)
			throws SQLException {
		try (ResultSet rows = statement.executeQuery(query)) {
			while (rows.next()) {
				findings.add(new Finding(rows.getString(1), always, rows.getLong(2), rows.getString(3)));
			}
		}
	}

	private static long count(Statement statement, String table) throws SQLException {
		try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
			row.next();
			return row.getLong(1);
		}
	}

	private static String script(String name) {
		try (InputStream file = Snapshot.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether every rule is kept. */
	public boolean isClean() {
		return this.findings.stream().allMatch(Finding::isKept);
	}

	/** Whether waiting could mend it: what must always be true is. */
	public boolean mayBecomeClean() {
		return this.findings.stream().filter(Finding::always).allMatch(Finding::isKept);
	}

}
