package kz.duken.gateway;

import java.util.List;
import java.util.Set;

import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.cloud.gateway.server.mvc.predicate.GatewayRequestPredicates.path;

/**
 * Which service answers which path. What is not named here is a static file or is not
 * there.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

	private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST,
			HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.OPTIONS);

	private static final List<String> SERVICES = List.of("customer-service", "product-service", "category-service",
			"shop-service", "cart-service", "order-service");

	private final Instances instances;

	Routes(Instances instances) {
		this.instances = instances;
	}

	@Bean
	RouterFunction<ServerResponse> publicApi() {
		return to("order-service", "/api/shops/*/shipments/**")
			.and(to("customer-service", "/api/customers/**", "/api/auth/**", "/.well-known/jwks.json"))
			.and(to("product-service", "/api/products/**"))
			.and(to("category-service", "/api/categories/**"))
			.and(to("shop-service", "/api/shops/**"))
			.and(to("cart-service", "/api/cart/**", "/api/promo-codes/**"))
			.and(to("order-service", "/api/orders/**"));
	}

	/** What each service says of itself. */
	@Bean
	RouterFunction<ServerResponse> documents() {
		return SERVICES.stream()
			.map((service) -> route("document of " + service).GET("/v3/api-docs/" + service, http())
				.before(BeforeFilterFunctions.setPath("/v3/api-docs"))
				.filter(this.instances.of(service))
				.build())
			.reduce(RouterFunction::and)
			.orElseThrow();
	}

	/** {@code /api/products/**} means {@code /api/products} as well. */
	private RouterFunction<ServerResponse> to(String service, String... paths) {
		return route(service).route(path(paths), http())
			.before(Routes::refuseUnknownMethods)
			.before(Routes::refuseForms)
			.filter(this.instances.of(service))
			.build();
	}

	private static ServerRequest refuseUnknownMethods(ServerRequest request) {
		if (!METHODS.contains(request.method())) {
			throw new MethodNotAllowedException(request.method(), METHODS);
		}
		return request;
	}

	/**
	 * No call takes a form, and the server would take its fields for query parameters.
	 */
	private static ServerRequest refuseForms(ServerRequest request) {
		if (request.servletRequest().getContentLengthLong() != 0 && StringUtils.startsWithIgnoreCase(
				request.headers().firstHeader(HttpHeaders.CONTENT_TYPE), MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
			throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
		}
		return request;
	}

}
