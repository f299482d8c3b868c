package kz.duken.commons.neighbour;

import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** How instances are chosen; each neighbour has a small context of its own for it. */
class BalanceConfiguration {

	@Bean
	ServiceInstanceListSupplier untriedInstances(ConfigurableApplicationContext context) {
		return ServiceInstanceListSupplier.builder()
			.withBlockingDiscoveryClient()
			.with((parent, known) -> new UntriedInstances(known))
			.build(context);
	}

}
