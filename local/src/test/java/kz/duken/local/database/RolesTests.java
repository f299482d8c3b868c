package kz.duken.local.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RolesTests {

	static EmbeddedDatabase database;

	@BeforeAll
	static void start() throws SQLException {
		database = EmbeddedDatabase.temporary();
		Roles.createDatabase(database.url("postgres"), database.user(), database.password());
		prepare();
		as("customer_owner", """
				create table account (id bigint generated always as identity, name text);
				create table ledger_entry (amount numeric);
				revoke update, delete on ledger_entry from customer_runtime;
				create function doubled(n int) returns int language sql return n * 2;
				create table note (id int)
				""");
	}

	@AfterAll
	static void stop() {
		database.close();
	}

	@Test
	void aRuntimeRoleReadsAndWritesItsOwnSchema() throws SQLException {
		as("customer_runtime", "insert into account (name) values ('Aigerim'); update account set name = 'Dana'");

		assertThat(as("customer_runtime", "select name from account")).isEqualTo("Dana");
		assertThat(as("customer_runtime", "select doubled(21)")).isEqualTo("42");
	}

	@Test
	void aRoleCannotReadAnotherSchema() {
		assertRefused("shop_runtime", "select * from customer.account");
		assertRefused("shop_owner", "select * from customer.account");
	}

	@Test
	void aRuntimeRoleCannotMakeOrDropTables() {
		assertRefused("customer_runtime", "create table mine (id int)");
		assertRefused("customer_runtime", "create table public.mine (id int)");
		assertRefused("customer_runtime", "create temporary table mine (id int)");
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> as("customer_runtime", "drop table account"))
			.withMessageContaining("must be owner");
	}

	@Test
	void whatAMigrationRevokedStaysRevokedAfterTheNextStart() throws SQLException {
		prepare();

		as("customer_runtime", "insert into ledger_entry values (1)");
		assertRefused("customer_runtime", "update ledger_entry set amount = 2");
		assertRefused("customer_runtime", "delete from ledger_entry");
	}

	@Test
	void theAuditorReadsAllAndChangesNothing() throws SQLException {
		assertThat(as("auditor", "select count(*) from customer.note")).isEqualTo("0");
		assertRefused("auditor", "set transaction read write; delete from customer.note");
	}

	@Test
	void aRuntimeRoleNeverWaitsForLong() throws SQLException {
		assertThat(as("orders_runtime", "show statement_timeout")).isEqualTo("1s");
		assertThat(as("orders_runtime", "show transaction_timeout")).isEqualTo("5s");
		assertThat(as("orders_runtime", "show search_path")).isEqualTo("orders, extensions");
	}

	@Test
	void searchKnowsTheLettersOfKazakh() throws SQLException {
		assertThat(as("product_runtime", "select array_length(show_trgm('дүкен'), 1)")).isEqualTo("6");
		assertThat(as("product_runtime", "select lower('ҚАЗАҚСТАН')")).isEqualTo("қазақстан");
	}

	@Test
	void aWrongPasswordIsRefused() {
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> DriverManager.getConnection(database.url(Roles.DATABASE), "customer_runtime", "guessed"))
			.withMessageContaining("password authentication failed");
	}

	private static void prepare() throws SQLException {
		Map<String, Roles.Passwords> passwords = new LinkedHashMap<>();
		for (String schema : Roles.SCHEMAS) {
			passwords.put(schema, new Roles.Passwords(password(schema + "_owner"), password(schema + "_runtime")));
		}
		Roles.prepare(database.url(Roles.DATABASE), database.user(), database.password(), passwords,
				password(Roles.AUDITOR));
	}

	private static String password(String role) {
		return "o'" + role;
	}

	private static void assertRefused(String role, String sql) {
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> as(role, sql))
			.withMessageContaining("permission denied");
	}

	private static String as(String role, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database.url(Roles.DATABASE), role, password(role));
				Statement statement = connection.createStatement()) {
			if (!statement.execute(sql)) {
				return "";
			}
			ResultSet rows = statement.getResultSet();
			rows.next();
			return String.valueOf(rows.getString(1));
		}
	}

}
