package kz.duken.discovery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.cloud.netflix.eureka.server.event.EurekaRegistryAvailableEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses fetches (503) until those who are alive have had the time to register again. A
 * client that is refused keeps the instances it knows, so that a restart of the registry
 * is not taken for the end of all services. Registrations, renewals and cancellations
 * pass at once: the first renewal after a restart is answered with 404, on which a client
 * registers anew.
 * <p>
 * The time is that of a lease: who has not come back within it counts as gone anyway.
 */
class SettlingFilter extends OncePerRequestFilter implements ApplicationListener<EurekaRegistryAvailableEvent> {

	private final Duration settling;

	private final InstantSource clock;

	private volatile Instant settled = Instant.MAX;

	SettlingFilter(Duration settling, InstantSource clock) {
		this.settling = settling;
		this.clock = clock;
	}

	@Override
	public void onApplicationEvent(EurekaRegistryAvailableEvent registryIsThere) {
		begin();
	}

	void begin() {
		this.settled = this.clock.instant().plus(this.settling);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (HttpMethod.GET.matches(request.getMethod()) && this.clock.instant().isBefore(this.settled)) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "2");
			response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
			return;
		}
		chain.doFilter(request, response);
	}

}
