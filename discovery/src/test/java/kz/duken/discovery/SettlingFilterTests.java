package kz.duken.discovery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class SettlingFilterTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

	private final InstantSource clock = this.now::get;

	private final SettlingFilter filter = new SettlingFilter(Duration.ofSeconds(8), this.clock);

	@Test
	void fetchesAreRefusedBeforeTheRegistryIsThere() throws Exception {
		assertThat(answerTo("GET")).isEqualTo(503);
	}

	@Test
	void fetchesAreRefusedUntilALeaseHasPassed() throws Exception {
		this.filter.begin();

		this.now.set(Instant.EPOCH.plusMillis(7999));
		assertThat(answerTo("GET")).isEqualTo(503);
		this.now.set(Instant.EPOCH.plusMillis(8000));
		assertThat(answerTo("GET")).isEqualTo(200);
	}

	@Test
	void registrationsRenewalsAndCancellationsPassAtOnce() throws Exception {
		this.filter.begin();

		assertThat(answerTo("POST")).isEqualTo(200);
		assertThat(answerTo("PUT")).isEqualTo(200);
		assertThat(answerTo("DELETE")).isEqualTo(200);
	}

	private int answerTo(String method) throws Exception {
		var response = new MockHttpServletResponse();
		this.filter.doFilter(new MockHttpServletRequest(method, "/eureka/apps"), response, new MockFilterChain());
		return response.getStatus();
	}

}
