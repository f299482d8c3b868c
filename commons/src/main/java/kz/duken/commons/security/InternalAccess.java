package kz.duken.commons.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Which service may call what under {@code /internal}:
 * {@code hasAuthority(InternalAccess.ORDER_SERVICE)}. What no rule names is denied.
 */
@FunctionalInterface
public interface InternalAccess {

	String CATEGORY_SERVICE = "SERVICE_category-service";

	String PRODUCT_SERVICE = "SERVICE_product-service";

	String SHOP_SERVICE = "SERVICE_shop-service";

	String CART_SERVICE = "SERVICE_cart-service";

	String ORDER_SERVICE = "SERVICE_order-service";

	void describe(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);

}
