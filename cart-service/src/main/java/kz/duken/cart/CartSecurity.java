package kz.duken.cart;

import kz.duken.commons.security.InternalAccess;
import kz.duken.commons.security.PublicAccess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what. Each caller sees and changes his own cart alone. */
@Configuration(proxyBeanMethods = false)
class CartSecurity {

	@Bean
	PublicAccess publicAccess() {
		return (requests) -> requests.requestMatchers(HttpMethod.GET, "/api/cart")
			.authenticated()
			.requestMatchers(HttpMethod.DELETE, "/api/cart")
			.authenticated()
			.requestMatchers(HttpMethod.POST, "/api/cart/items")
			.authenticated()
			.requestMatchers(HttpMethod.PUT, "/api/cart/items/*")
			.authenticated()
			.requestMatchers(HttpMethod.DELETE, "/api/cart/items/*")
			.authenticated();
	}

	@Bean
	InternalAccess internalAccess() {
		return (requests) -> requests.requestMatchers(HttpMethod.GET, "/internal/carts/*")
			.hasAuthority(InternalAccess.ORDER_SERVICE)
			.requestMatchers(HttpMethod.PUT, "/internal/carts/*/orders/*")
			.hasAuthority(InternalAccess.ORDER_SERVICE);
	}

}
