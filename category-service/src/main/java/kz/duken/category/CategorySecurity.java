package kz.duken.category;

import kz.duken.commons.security.InternalAccess;
import kz.duken.commons.security.PublicAccess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what. */
@Configuration(proxyBeanMethods = false)
class CategorySecurity {

	@Bean
	PublicAccess publicAccess() {
		return (requests) -> requests.requestMatchers(HttpMethod.GET, "/api/categories", "/api/categories/*")
			.permitAll()
			.requestMatchers(HttpMethod.GET, "/api/categories/*/products")
			.permitAll()
			.requestMatchers(HttpMethod.POST, "/api/categories")
			.hasRole("ADMIN")
			.requestMatchers(HttpMethod.PUT, "/api/categories/*")
			.hasRole("ADMIN")
			.requestMatchers(HttpMethod.DELETE, "/api/categories/*")
			.hasRole("ADMIN");
	}

	@Bean
	InternalAccess internalAccess() {
		return (requests) -> requests.requestMatchers(HttpMethod.GET, "/internal/categories/feed")
			.hasAuthority(InternalAccess.PRODUCT_SERVICE);
	}

}
