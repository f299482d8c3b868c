package kz.duken.customer;

import kz.duken.commons.security.InternalAccess;
import kz.duken.commons.security.PublicAccess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Who may call what. Whose account it is about is looked at where the account is named:
 * {@link Subject}.
 */
@Configuration(proxyBeanMethods = false)
class CustomerSecurity {

	@Bean
	PublicAccess publicAccess() {
		return (requests) -> requests.requestMatchers(HttpMethod.POST, "/api/customers")
			.permitAll()
			.requestMatchers(HttpMethod.POST, "/api/auth/login", "/api/auth/refresh", "/api/auth/logout")
			.permitAll()
			.requestMatchers(HttpMethod.GET, "/.well-known/jwks.json")
			.permitAll()
			.requestMatchers(HttpMethod.GET, "/api/customers")
			.hasRole("ADMIN")
			.requestMatchers(HttpMethod.GET, "/api/customers/{id}", "/api/customers/{id}/wallet",
					"/api/customers/{id}/wallet/entries")
			.authenticated()
			.requestMatchers(HttpMethod.PATCH, "/api/customers/{id}")
			.authenticated()
			.requestMatchers(HttpMethod.POST, "/api/customers/{id}/wallet/top-ups")
			.authenticated();
	}

	@Bean
	InternalAccess internalAccess() {
		return (requests) -> requests
			.requestMatchers(HttpMethod.PUT, "/internal/payments/{orderId}", "/internal/refunds/{orderId}/{shopId}")
			.hasAuthority(InternalAccess.ORDER_SERVICE);
	}

}
