package kz.duken.discovery;

import java.security.MessageDigest;

import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Who may do what here: health is open, the registry takes its credentials, nothing else
 * exists.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

	@Bean
	SecurityFilterChain access(HttpSecurity http) {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/livez", "/readyz")
				.permitAll()
				.requestMatchers("/eureka/**")
				.authenticated()
				.requestMatchers(EndpointRequest.toAnyEndpoint())
				.authenticated()
				.anyRequest()
				.denyAll())
			.httpBasic(Customizer.withDefaults())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.ignoringRequestMatchers("/eureka/**"))
			.build();
	}

	/**
	 * Compares in constant time and without a slow hash: the password is a secret that
	 * the deployment makes up, and every client sends it once a second.
	 */
	@Bean
	AuthenticationManager clients(RegistryProperties registry) {
		return (credentials) -> {
			if (!same(registry.username(), credentials.getName())
					|| !same(registry.password(), credentials.getCredentials())) {
				throw new BadCredentialsException("Not the registry's credentials");
			}
			return UsernamePasswordAuthenticationToken.authenticated(credentials.getName(), null,
					AuthorityUtils.NO_AUTHORITIES);
		};
	}

	private static boolean same(String expected, @Nullable Object given) {
		return given != null && MessageDigest.isEqual(expected.getBytes(UTF_8), given.toString().getBytes(UTF_8));
	}

}
