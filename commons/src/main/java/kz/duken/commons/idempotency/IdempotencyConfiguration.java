package kz.duken.commons.idempotency;

import java.util.List;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take an {@link IdempotencyKey}. */
@AutoConfiguration
@Import(IdempotencyProblems.class)
public class IdempotencyConfiguration {

	@Bean
	WebMvcConfigurer idempotencyKeyArguments() {
		return new WebMvcConfigurer() {
			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new IdempotencyKeyResolver());
			}
		};
	}

}
