package kz.duken.commons.security;

import java.time.Clock;
import java.util.List;

import feign.RequestInterceptor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import kz.duken.commons.problem.ProblemWriter;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Three doors: {@code /internal/**} for services, {@code /actuator/**} (on the management
 * port alone, which is bound to loopback), and the public API. Who may pass the first and
 * the last is said by each service's {@link InternalAccess} and {@link PublicAccess}.
 */
@AutoConfiguration
@EnableConfigurationProperties(TokenProperties.class)
public class SecurityConfiguration {

	@Bean
	ServiceTokens serviceTokens(@Value("${spring.application.name}") String service, TokenProperties properties,
			Clock clock) {
		return new ServiceTokens(service, properties, clock);
	}

	@Bean
	RequestInterceptor serviceTokenInterceptor(ServiceTokens tokens) {
		return (request) -> request.header(HttpHeaders.AUTHORIZATION,
				"Bearer " + tokens.tokenFor(request.feignTarget().name()));
	}

	@Bean
	@ConditionalOnMissingBean(name = "customerTokenDecoder")
	JwtDecoder customerTokenDecoder(DiscoveryClient registry, TokenProperties properties) {
		return CustomerTokens.decoder(
				CustomerTokens.remoteKeys(new IssuerKeysRetriever(registry), properties.issuerKeysFresh()), properties);
	}

	@Bean
	@Order(1)
	SecurityFilterChain internalDoor(HttpSecurity http, ServiceTokens tokens, InternalAccess access,
			RequestMappingHandlerMapping requestMappingHandlerMapping, ProblemWriter problems) {
		stateless(http, problems).securityMatcher("/internal/**").authorizeHttpRequests((requests) -> {
			access.describe(requests);
			requests.requestMatchers(new NoHandler(requestMappingHandlerMapping))
				.authenticated()
				.anyRequest()
				.denyAll();
		});
		bearer(http, problems, new DefaultBearerTokenResolver(), tokens.decoder(),
				(token) -> List.of("SERVICE_" + token.getClaimAsString(JwtClaimNames.ISS)), JwtClaimNames.ISS);
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain managementDoor(HttpSecurity http, ProblemWriter problems) {
		return stateless(http, problems).securityMatcher("/actuator/**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain publicDoor(HttpSecurity http, @Qualifier("customerTokenDecoder") JwtDecoder decoder,
			PublicAccess access, RequestMappingHandlerMapping requestMappingHandlerMapping, ProblemWriter problems) {
		stateless(http, problems).authorizeHttpRequests((requests) -> {
			requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
			requests.requestMatchers("/livez", "/readyz").permitAll();
			requests.requestMatchers(HttpMethod.GET, "/v3/api-docs").permitAll();
			access.describe(requests);
			requests.requestMatchers(new NoHandler(requestMappingHandlerMapping)).permitAll().anyRequest().denyAll();
		});
		bearer(http, problems, onlyUnderApi(), decoder,
				(token) -> CustomerTokens.roles(token).stream().map((role) -> "ROLE_" + role).toList(),
				JwtClaimNames.SUB);
		return http.build();
	}

	/** A bad token is refused even on open calls, but logging in does not look at one. */
	private static BearerTokenResolver onlyUnderApi() {
		BearerTokenResolver bearer = new DefaultBearerTokenResolver();
		return (request) -> {
			String path = request.getRequestURI();
			return (path.startsWith("/api/") && !path.startsWith("/api/auth/")) ? bearer.resolve(request) : null;
		};
	}

	private static HttpSecurity stateless(HttpSecurity http, ProblemWriter problems) {
		return http.csrf(AbstractHttpConfigurer::disable)
			.formLogin(AbstractHttpConfigurer::disable)
			.httpBasic(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.exceptionHandling((errors) -> errors.authenticationEntryPoint(unauthorized(problems))
				.accessDeniedHandler(forbidden(problems)));
	}

	private static void bearer(HttpSecurity http, ProblemWriter problems, BearerTokenResolver resolver,
			JwtDecoder decoder, Authorities authorities, String nameClaim) {
		JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
		provider.setJwtAuthenticationConverter(
				(token) -> new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList(authorities.of(token)),
						String.valueOf(token.getClaimAsString(nameClaim))));
		ProviderManager manager = new ProviderManager(provider);
		http.oauth2ResourceServer((server) -> server.bearerTokenResolver(resolver)
			.authenticationManagerResolver((request) -> manager)
			.authenticationEntryPoint(unauthorized(problems))
			.accessDeniedHandler(forbidden(problems))
			.withObjectPostProcessor(new OutageIsNoRefusal(problems)));
	}

	private static AuthenticationEntryPoint unauthorized(ProblemWriter problems) {
		return (request, response, ex) -> {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			problems.write(request, response, HttpServletResponse.SC_UNAUTHORIZED);
		};
	}

	private static AccessDeniedHandler forbidden(ProblemWriter problems) {
		return (request, response, ex) -> problems.write(request, response, HttpServletResponse.SC_FORBIDDEN);
	}

	@Bean
	WebMvcConfigurer callerArguments() {
		return new WebMvcConfigurer() {
			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new CallerResolver());
			}
		};
	}

	@FunctionalInterface
	private interface Authorities {

		List<String> of(Jwt token);

	}

	/** Without any key of the issuer a token is neither good nor bad: 503, not 401. */
	private record OutageIsNoRefusal(
			ProblemWriter problems) implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

		@Override
		public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
			AuthenticationEntryPoint unauthorized = unauthorized(this.problems);
			filter.setAuthenticationFailureHandler((request, response, ex) -> {
				if (ex instanceof AuthenticationServiceException) {
					this.problems.write(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
				}
				else {
					unauthorized.commence(request, response, ex);
				}
			});
			return filter;
		}

	}

}
