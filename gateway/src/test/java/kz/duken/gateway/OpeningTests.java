package kz.duken.gateway;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** Tomcat listens before the gateway is ready. */
class OpeningTests {

	private static final GatewayProperties.Limits LIMITS = new GatewayProperties.Limits(DataSize.ofKilobytes(1),
			Duration.ofSeconds(1));

	private final RequestLimits limits = new RequestLimits(
			new GatewayProperties(1, 1, LIMITS, LIMITS, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, 1));

	@Test
	void nobodyIsLetInBeforeAllIsReady() throws Exception {
		assertThat(passes("/api/products")).isFalse();
		assertThat(passes("/livez")).isTrue();

		this.limits.open();

		assertThat(passes("/api/products")).isTrue();
		assertThat(passes("/api/products")).isTrue();
	}

	private boolean passes(String path) throws Exception {
		MockFilterChain chain = new MockFilterChain();
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.limits.doFilter(new MockHttpServletRequest("GET", path), response, chain);
		assertThat(response.getStatus()).isEqualTo((chain.getRequest() != null) ? 200 : 503);
		return chain.getRequest() != null;
	}

}
