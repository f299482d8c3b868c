package kz.duken.commons.audit;

import java.time.Clock;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * For services whose schema has a view {@code audit}: they say {@code duken.audit.first}
 * and {@code duken.audit.every}.
 */
@AutoConfiguration
@ConditionalOnProperty("duken.audit.every")
@EnableScheduling
public class AuditConfiguration {

	@Bean
	OwnAudit ownAudit(DataSource database, MeterRegistry meters, Clock clock) {
		return new OwnAudit(database, meters, clock);
	}

}
