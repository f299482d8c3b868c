package kz.duken.gateway;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The connections to the services: Apache's client, since its pool has limits. It passes
 * on what it gets: no cookies of its own (they would be everybody's), no redirects, no
 * unpacking, no repetition.
 */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {

	/** A connection that was idle for longer is looked at before it is used. */
	private static final TimeValue FRESH = TimeValue.ofMilliseconds(200);

	@Bean
	CloseableHttpClient upstreamClient(GatewayProperties limits) {
		var connections = PoolingHttpClientConnectionManagerBuilder.create()
			.setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
			.setMaxConnTotal(limits.connections())
			.setMaxConnPerRoute(limits.connectionsPerInstance())
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(Timeout.of(limits.connect()))
				.setValidateAfterInactivity(FRESH)
				.build())
			.build();
		return HttpClientBuilder.create()
			.setConnectionManager(connections)
			.evictIdleConnections(TimeValue.of(limits.idle()))
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableContentCompression()
			.disableAuthCaching()
			.disableDefaultUserAgent()
			.build();
	}

	@Bean
	ClientHttpRequestFactory upstreamRequests(CloseableHttpClient client, GatewayProperties limits) {
		return new HttpComponentsClientHttpRequestFactory(client) {
			@Override
			protected void postProcessHttpRequest(ClassicHttpRequest request) {
				Deadline deadline = Deadline.of(RequestContextHolder.currentRequestAttributes());
				var call = (HttpUriRequestBase) request;
				call.setConfig(RequestConfig.custom()
					.setConnectionRequestTimeout(Timeout.of(limits.lease()))
					.setResponseTimeout(Timeout.of(deadline.time()))
					.setAuthenticationEnabled(false)
					.setProtocolUpgradeEnabled(false)
					.build());
				deadline.endsWith(call);
			}
		};
	}

}
