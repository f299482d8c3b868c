package kz.duken.product;

import kz.duken.commons.security.InternalAccess;
import kz.duken.commons.security.PublicAccess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

import static kz.duken.commons.security.InternalAccess.CART_SERVICE;
import static kz.duken.commons.security.InternalAccess.CATEGORY_SERVICE;
import static kz.duken.commons.security.InternalAccess.SHOP_SERVICE;

/** Who may call what; the rest is denied. */
@Configuration(proxyBeanMethods = false)
class ProductSecurity {

	private static final String ADMIN = "ADMIN";

	@Bean
	PublicAccess publicAccess() {
		return (requests) -> requests.requestMatchers(HttpMethod.GET, "/api/products", "/api/products/*")
			.permitAll()
			.requestMatchers(HttpMethod.GET, "/api/products/*/offers")
			.permitAll()
			.requestMatchers(HttpMethod.POST, "/api/products")
			.hasRole(ADMIN)
			.requestMatchers(HttpMethod.PUT, "/api/products/*")
			.hasRole(ADMIN)
			.requestMatchers(HttpMethod.DELETE, "/api/products/*")
			.hasRole(ADMIN);
	}

	@Bean
	InternalAccess internalAccess() {
		return (requests) -> requests.requestMatchers(HttpMethod.GET, "/internal/products", "/internal/products/counts")
			.hasAuthority(CATEGORY_SERVICE)
			.requestMatchers(HttpMethod.GET, "/internal/products/*")
			.hasAnyAuthority(SHOP_SERVICE, CART_SERVICE)
			.requestMatchers(HttpMethod.POST, "/internal/products/names")
			.hasAnyAuthority(SHOP_SERVICE, CART_SERVICE)
			.requestMatchers(HttpMethod.POST, "/internal/products/resolve")
			.hasAuthority(SHOP_SERVICE)
			.requestMatchers(HttpMethod.PUT, "/internal/products/*")
			.hasAuthority(SHOP_SERVICE)
			.requestMatchers(HttpMethod.PUT, "/internal/categories/*/retire")
			.hasAuthority(CATEGORY_SERVICE);
	}

}
