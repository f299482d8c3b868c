package kz.duken.order;

import kz.duken.commons.security.InternalAccess;
import kz.duken.commons.security.PublicAccess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what; whose order it is, is part of each query. */
@Configuration(proxyBeanMethods = false)
class OrderSecurity {

	@Bean
	PublicAccess publicAccess() {
		return (requests) -> requests.requestMatchers(HttpMethod.POST, "/api/orders")
			.authenticated()
			.requestMatchers(HttpMethod.GET, "/api/orders", "/api/orders/{id}", "/api/orders/{id}/history")
			.authenticated()
			.requestMatchers(HttpMethod.POST, "/api/orders/{id}/cancel")
			.authenticated();
	}

	@Bean
	InternalAccess internalAccess() {
		return (requests) -> {
			// no service calls this one
		};
	}

}
