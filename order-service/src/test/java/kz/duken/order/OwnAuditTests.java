package kz.duken.order;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import kz.duken.commons.audit.AuditConfiguration;
import kz.duken.commons.audit.OwnAudit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The service looks at its own data by itself, and tells when it last could. */
@UnhurriedOrderServiceTest
class OwnAuditTests {

	@Autowired
	DataSource database;

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final AtomicBoolean answers = new AtomicBoolean(true);

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

	@Test
	void itLooksByItself() {
		audited("10ms", (audit) -> Awaitility.await().until(() -> age() >= 0));
	}

	@Test
	void aLookThatFailsShowsInTheAgeOfTheLastOne() {
		audited("1h", (audit) -> {
			this.answers.set(false);
			assertThat(audit.look()).isEmpty();
			assertThat(age()).isNaN();

			this.answers.set(true);
			assertThat(audit.look()).isNotEmpty();
			assertThat(age()).isZero();

			this.answers.set(false);
			this.now.updateAndGet((time) -> time.plusMillis(1500));
			assertThat(audit.look()).isEmpty();
			assertThat(age()).isEqualTo(1.5);
		});
	}

	private double age() {
		return this.meters.get("duken.audit.age").gauge().value();
	}

	/** The audit alone, which begins to look after so long. */
	private void audited(String first, Consumer<OwnAudit> test) {
		InstantSource time = this.now::get;
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AuditConfiguration.class))
			.withBean(DataSource.class, () -> new Sometimes(this.database, this.answers))
			.withBean(MeterRegistry.class, () -> this.meters)
			.withBean(Clock.class, () -> time.withZone(ZoneOffset.UTC))
			.withPropertyValues("duken.audit.first=" + first, "duken.audit.every=1h")
			.run((context) -> test.accept(context.getBean(OwnAudit.class)));
	}

	/** The database, while it answers. */
	private static final class Sometimes extends DelegatingDataSource {

		private final AtomicBoolean answers;

		Sometimes(DataSource database, AtomicBoolean answers) {
			super(database);
			this.answers = answers;
		}

		@Override
		public Connection getConnection() throws SQLException {
			if (!this.answers.get()) {
				throw new SQLTransientConnectionException("no answer");
			}
			return super.getConnection();
		}

	}

}
