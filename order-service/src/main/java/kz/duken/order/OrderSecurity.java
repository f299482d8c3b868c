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
			.requestMatchers(HttpMethod.GET, "/api/orders", "/api/orders/{id}", "/api/orders/{id}/history",
					"/api/orders/{id}/receipt")
			.authenticated()
			.requestMatchers(HttpMethod.POST, "/api/orders/{id}/cancel", "/api/orders/{id}/shipments/{shopId}/confirm")
			.authenticated()
			.requestMatchers(HttpMethod.GET, "/api/shops/{shopId}/shipments")
			.authenticated()
			.requestMatchers(HttpMethod.POST, "/api/shops/{shopId}/shipments/{orderId}/ship",
					"/api/shops/{shopId}/shipments/{orderId}/deliver", "/api/shops/{shopId}/shipments/{orderId}/cancel")
			.authenticated();
	}

	@Bean
	InternalAccess internalAccess() {
		return (requests) -> {
			// no service calls this one
		};
	}

}
