package kz.duken.commons.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may call what of a service's public API: {@code permitAll()},
 * {@code authenticated()} or {@code hasRole("ADMIN")}, each rule with its method;
 * ownership is checked where the owner is known. What no rule names is denied.
 */
@FunctionalInterface
public interface PublicAccess {

	void describe(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);

}
