package kz.duken.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Keeps order-service from writing down what it has just been answered: the superuser
 * holds the order's row, for which a driver waits up to its {@code lock_timeout} of 1 s.
 */
final class RowLock implements AutoCloseable {

	private final Connection holder;

	private final Connection watcher;

	private RowLock(Connection holder, Connection watcher) {
		this.holder = holder;
		this.watcher = watcher;
	}

	/**
	 * Locks the row of an order.
	 * @param id its own, or that of the customer whose pending one it is
	 */
	static RowLock on(String id) throws SQLException {
		Connection holder = Database.superuser();
		holder.setAutoCommit(false);
		try (PreparedStatement sql = holder.prepareStatement("""
				select from orders.purchase_order
				where id = ?::uuid or (customer_id = ?::uuid and status = 'PENDING') for update""")) {
			sql.setString(1, id);
			sql.setString(2, id);
			if (!sql.executeQuery().next()) {
				throw new AssertionError("There is no order for " + id);
			}
		}
		return new RowLock(holder, Database.superuser());
	}

	/** How many drivers wait for it. */
	int waiting() throws SQLException {
		try (var sql = this.watcher.createStatement(); var count = sql.executeQuery("""
				select count(*) from pg_stat_activity
				where usename = 'orders_runtime' and wait_event_type = 'Lock'""")) {
			count.next();
			return count.getInt(1);
		}
	}

	/** Lets go of it, if PostgreSQL has not been killed meanwhile. */
	@Override
	public void close() {
		for (Connection connection : new Connection[] { this.watcher, this.holder }) {
			try {
				connection.close();
			}
			catch (SQLException ex) {
				// then the lock is gone already
			}
		}
	}

}
