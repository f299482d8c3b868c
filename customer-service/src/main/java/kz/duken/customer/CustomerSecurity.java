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
			.requestMatchers(HttpMethod.PUT, "/api/customers/{id}/status")
			.hasRole("ADMIN")
			.requestMatchers(HttpMethod.PUT, "/api/customers/me/password")
			.authenticated()
			.requestMatchers(HttpMethod.GET, "/api/customers/{id}", "/api/customers/{id}/wallet",
					"/api/customers/{id}/wallet/entries", "/api/customers/{id}/addresses")
			.authenticated()
			.requestMatchers(HttpMethod.POST, "/api/customers/{id}/addresses")
			.authenticated()
			.requestMatchers(HttpMethod.PUT, "/api/customers/{id}/addresses/{addressId}")
			.authenticated()
			.requestMatchers(HttpMethod.DELETE, "/api/customers/{id}/addresses/{addressId}")
			.authenticated()
			.requestMatchers(HttpMethod.PATCH, "/api/customers/{id}")
			.authenticated()
			.requestMatchers(HttpMethod.POST, "/api/customers/{id}/wallet/top-ups")
			.authenticated();
	}

	@Bean
	InternalAccess internalAccess() {
		return (requests) -> requests
			.requestMatchers(HttpMethod.PUT, "/internal/payments/{orderId}", "/internal/refunds/{orderId}/{shopId}",
					"/internal/credits/{orderId}/{shopId}")
			.hasAuthority(InternalAccess.ORDER_SERVICE)
			.requestMatchers(HttpMethod.GET, "/internal/shops/{shopId}/wallet",
					"/internal/shops/{shopId}/wallet/entries")
			.hasAuthority(InternalAccess.SHOP_SERVICE)
			.requestMatchers(HttpMethod.POST, "/internal/shops/{shopId}/wallet/payouts")
			.hasAuthority(InternalAccess.SHOP_SERVICE);
	}

}
