package kz.duken.commons.limit;

import kz.duken.commons.problem.ProblemWriter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Puts the limit on bodies before everything that could read one, but within the trace.
 */
@AutoConfiguration
@EnableConfigurationProperties(LimitProperties.class)
public class LimitConfiguration {

	private static final int BEFORE_SECURITY = -200;

	@Bean
	FilterRegistrationBean<?> bodyLimit(LimitProperties limits, ProblemWriter problems) {
		var registration = new FilterRegistrationBean<>(new BodyLimitFilter(limits, problems));
		registration.setOrder(BEFORE_SECURITY);
		return registration;
	}

	@Bean
	FilterRegistrationBean<?> headIsGet() {
		var registration = new FilterRegistrationBean<>(new HeadIsGet());
		registration.setOrder(BEFORE_SECURITY);
		return registration;
	}

}
