package kz.duken.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The store's database, for what no request can bring about. */
final class Database {

	private Database() {
	}

	static Connection superuser() throws SQLException {
		return DriverManager.getConnection(Store.topology().at("/database/url").asString(), "postgres",
				Store.topology().at("/database/roles/postgres").asString());
	}

	/** Cuts all connections of the services. */
	static void cutConnections() throws SQLException {
		try (Connection connection = superuser(); var sql = connection.createStatement()) {
			sql.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename like '%\\_runtime'");
		}
	}

	/** Lets the customer's pending order be too old to be carried on. */
	static void letOrderExpire(String customerId) {
		try (Connection connection = superuser(); var sql = connection.prepareStatement("""
				update orders.purchase_order set deadline = placed_at + interval '1 ms'
				where customer_id = ?::uuid and status = 'PENDING'""")) {
			sql.setString(1, customerId);
			if (sql.executeUpdate() != 1) {
				throw new AssertionError("The customer has no pending order");
			}
		}
		catch (SQLException ex) {
			throw new AssertionError(ex);
		}
	}

}
