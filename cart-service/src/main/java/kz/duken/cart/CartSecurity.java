package kz.duken.cart;

import kz.duken.commons.security.InternalAccess;
import kz.duken.commons.security.PublicAccess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what. Each sees and changes his own cart alone. */
@Configuration(proxyBeanMethods = false)
class CartSecurity {

	@Bean
	PublicAccess publicAccess() {
		return (requests) -> requests.requestMatchers(HttpMethod.GET, "/api/cart")
			.permitAll()
			.requestMatchers(HttpMethod.DELETE, "/api/cart")
			.permitAll()
			.requestMatchers(HttpMethod.POST, "/api/cart/items")
			.permitAll()
			.requestMatchers(HttpMethod.PUT, "/api/cart/items/*")
			.permitAll()
			.requestMatchers(HttpMethod.DELETE, "/api/cart/items/*")
			.permitAll()
			.requestMatchers(HttpMethod.PUT, "/api/cart/promo-code")
			.permitAll()
			.requestMatchers(HttpMethod.DELETE, "/api/cart/promo-code")
			.permitAll()
			.requestMatchers(HttpMethod.POST, "/api/cart/merge")
			.authenticated()
			.requestMatchers(HttpMethod.GET, "/api/promo-codes")
			.hasRole("ADMIN")
			.requestMatchers(HttpMethod.POST, "/api/promo-codes")
			.hasRole("ADMIN")
			.requestMatchers(HttpMethod.DELETE, "/api/promo-codes/*")
			.hasRole("ADMIN");
	}

	@Bean
	InternalAccess internalAccess() {
		return (requests) -> requests.requestMatchers(HttpMethod.GET, "/internal/carts/*")
			.hasAuthority(InternalAccess.ORDER_SERVICE)
			.requestMatchers(HttpMethod.PUT, "/internal/carts/*/orders/*")
			.hasAuthority(InternalAccess.ORDER_SERVICE)
			.requestMatchers(HttpMethod.PUT, "/internal/redemptions/*", "/internal/redemptions/*/release")
			.hasAuthority(InternalAccess.ORDER_SERVICE);
	}

}
