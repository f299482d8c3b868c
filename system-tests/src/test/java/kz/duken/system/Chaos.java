package kz.duken.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;

/** Kills, stops and cuts off what runs, one thing after another. */
final class Chaos implements Runnable {

	private static final List<String> APPLICATIONS = List.of("customer-service", "cart-service", "shop-service",
			"order-service", "order-service", "product-service", "category-service", "gateway", "discovery");

	private final Random random = Report.random("chaos");

	private final Map<String, Integer> done = new TreeMap<>();

	private volatile boolean over;

	void end() {
		this.over = true;
	}

	/** How often each was done. */
	Map<String, Integer> done() {
		return this.done;
	}

	@Override
	public void run() {
		try {
			while (!this.over) {
				Thread.sleep(Duration.ofMillis(3000 + this.random.nextInt(9000)));
				try {
					strike();
				}
				catch (AssertionError | NoSuchElementException ex) {
					// it was just being started again
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void strike() throws InterruptedException {
		String application = APPLICATIONS.get(this.random.nextInt(APPLICATIONS.size()));
		switch (this.random.nextInt(10)) {
			case 0 -> {
				Store.signal("QUIT", Store.process("postgresql"));
				count("PostgreSQL restarted");
			}
			case 1 -> {
				cutConnections();
				count("database connections cut");
			}
			case 2, 3, 4 -> {
				ProcessHandle process = Store.process(application);
				Store.signal("STOP", process);
				Thread.sleep(Duration.ofMillis(1000 + this.random.nextInt(6000)));
				Store.signal("CONT", process);
				count("paused");
			}
			default -> {
				Store.signal("KILL", Store.process(application));
				count("killed");
			}
		}
	}

	private void count(String what) {
		this.done.merge(what, 1, Integer::sum);
	}

	private static void cutConnections() {
		try (Connection connection = DriverManager.getConnection(Store.topology().at("/database/url").asString(),
				"postgres", Store.topology().at("/database/roles/postgres").asString());
				var sql = connection.createStatement()) {
			sql.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename like '%_runtime'");
		}
		catch (SQLException ex) {
			// then they are cut already
		}
	}

}
