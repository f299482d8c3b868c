package kz.duken.commons.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * Reads the view {@code audit} of the service's schema: a rule in each row, how many
 * break it, and one that does. The gauge {@code duken.audit.violations} tells the last
 * count of each rule, {@code duken.audit.age} how many seconds ago that was, the log
 * every broken one. Changes nothing.
 */
public class OwnAudit {

	private static final Logger log = LoggerFactory.getLogger(OwnAudit.class);

	/** Longer than requests may take: nobody waits for it. */
	private static final Duration LONGEST = Duration.ofSeconds(30);

	/**
	 * The role's own transaction_timeout runs already when this is read, and goes on
	 * running when it is merely made longer: it has to be stopped.
	 */
	private static final List<String> LONG_LOOK = List.of("set transaction isolation level repeatable read, read only",
			"set local transaction_timeout = 0", "set local statement_timeout = " + LONGEST.toMillis());

	private final AtomicBoolean looking = new AtomicBoolean();

	private final DataSource database;

	private final Clock clock;

	private final MultiGauge violations;

	private volatile @Nullable Instant lastLook;

	OwnAudit(DataSource database, MeterRegistry meters, Clock clock) {
		this.database = database;
		this.clock = clock;
		this.violations = MultiGauge.builder("duken.audit.violations")
			.description("How many rows break a rule of the service's own data")
			.register(meters);
		Gauge.builder("duken.audit.age", this, OwnAudit::age)
			.description("How long ago the rules of the service's own data could be looked at")
			.baseUnit("seconds")
			.register(meters);
	}

	/** Not a number until the rules could be looked at. */
	private double age() {
		Instant last = this.lastLook;
		return (last != null) ? Duration.between(last, this.clock.instant()).toMillis() / 1000.0 : Double.NaN;
	}

	/**
	 * How a rule is kept.
	 *
	 * @param example one row that breaks it; {@code null} if none does
	 */
	public record Finding(String rule, long violations, @Nullable String example) {
	}

	/**
	 * Looks, on a thread of its own: other scheduled work does not wait for it. Does
	 * nothing while the last look goes on.
	 */
	@Scheduled(initialDelayString = "${duken.audit.first}", fixedDelayString = "${duken.audit.every}")
	void lookAside() {
		if (this.looking.compareAndSet(false, true)) {
			Thread.ofVirtual().name("audit").start(() -> {
				try {
					look();
				}
				finally {
					this.looking.set(false);
				}
			});
		}
	}

	/**
	 * Looks once.
	 * @return empty when the database did not answer
	 */
	public List<Finding> look() {
		List<Finding> findings;
		try (Connection connection = this.database.getConnection()) {
			findings = read(connection);
		}
		catch (SQLException ex) {
			log.warn("The audit could not look at the data: {}", ex.getMessage());
			return List.of();
		}
		this.lastLook = this.clock.instant();
		this.violations.register(findings.stream()
			.map((finding) -> MultiGauge.Row.of(Tags.of("rule", finding.rule()), finding.violations()))
			.toList(), true);
		findings.stream()
			.filter((finding) -> finding.violations() > 0)
			.forEach((finding) -> log.error("Broken {} times: {}, such as {}", finding.violations(), finding.rule(),
					finding.example()));
		return findings;
	}

	private static List<Finding> read(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
		connection.setNetworkTimeout(Runnable::run, (int) LONGEST.toMillis());
		try (Statement statement = connection.createStatement()) {
			for (String setting : LONG_LOOK) {
				statement.execute(setting);
			}
			List<Finding> findings = new ArrayList<>();
			try (ResultSet rows = statement.executeQuery("select rule, violations, example from audit")) {
				while (rows.next()) {
					findings.add(new Finding(rows.getString(1), rows.getLong(2), rows.getString(3)));
				}
			}
			return findings;
		}
		finally {
			connection.rollback();
		}
	}

}
