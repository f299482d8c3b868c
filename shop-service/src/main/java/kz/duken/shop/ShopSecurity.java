package kz.duken.shop;

import kz.duken.commons.security.InternalAccess;
import kz.duken.commons.security.PublicAccess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Who may call what. Which shop is whose, and who may see it, is checked in
 * {@link ShopService}: what an outsider may not see must look as if it were not there.
 */
@Configuration(proxyBeanMethods = false)
class ShopSecurity {

	@Bean
	PublicAccess publicAccess() {
		return (requests) -> requests.requestMatchers(HttpMethod.GET, "/api/shops", "/api/shops/*")
			.permitAll()
			.requestMatchers(HttpMethod.POST, "/api/shops")
			.authenticated()
			.requestMatchers(HttpMethod.PUT, "/api/shops/*", "/api/shops/*/status")
			.authenticated()
			.requestMatchers(HttpMethod.GET, "/api/shops/*/offers", "/api/shops/*/offers/*",
					"/api/shops/*/offers/*/history")
			.permitAll()
			.requestMatchers(HttpMethod.POST, "/api/shops/*/offers", "/api/shops/*/offers/import")
			.authenticated()
			.requestMatchers(HttpMethod.PUT, "/api/shops/*/offers/*")
			.authenticated()
			.requestMatchers(HttpMethod.DELETE, "/api/shops/*/offers/*")
			.authenticated()
			.requestMatchers(HttpMethod.GET, "/api/shops/*/wallet", "/api/shops/*/wallet/entries")
			.authenticated()
			.requestMatchers(HttpMethod.POST, "/api/shops/*/wallet/payouts")
			.authenticated();
	}

	@Bean
	InternalAccess internalAccess() {
		return (requests) -> requests
			.requestMatchers(HttpMethod.PUT, "/internal/reservations/*", "/internal/reservations/*/commit",
					"/internal/reservations/*/release", "/internal/restocks/*/*")
			.hasAuthority(InternalAccess.ORDER_SERVICE)
			.requestMatchers(HttpMethod.POST, "/internal/offers/query")
			.hasAuthority(InternalAccess.CART_SERVICE)
			.requestMatchers(HttpMethod.GET, "/internal/products/*/best-offer")
			.hasAuthority(InternalAccess.CART_SERVICE)
			.requestMatchers(HttpMethod.GET, "/internal/offers/feed", "/internal/shops/feed")
			.hasAuthority(InternalAccess.PRODUCT_SERVICE)
			.requestMatchers(HttpMethod.GET, "/internal/shops/*")
			.hasAuthority(InternalAccess.ORDER_SERVICE)
			.requestMatchers(HttpMethod.PUT, "/internal/cards/*/retire")
			.hasAuthority(InternalAccess.PRODUCT_SERVICE);
	}

}
