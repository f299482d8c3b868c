package kz.duken.discovery;

import java.time.InstantSource;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the wait after a start between access control and Eureka. */
@Configuration(proxyBeanMethods = false)
class SettlingConfiguration {

	@Bean
	SettlingFilter settlingFilter(RegistryProperties registry) {
		return new SettlingFilter(registry.settling(), InstantSource.system());
	}

	@Bean
	FilterRegistrationBean<SettlingFilter> settling(SettlingFilter filter) {
		var registration = new FilterRegistrationBean<>(filter);
		registration.addUrlPatterns("/eureka/*");
		registration.setOrder(-1);
		return registration;
	}

}
