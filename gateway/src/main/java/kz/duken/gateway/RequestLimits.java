package kz.duken.gateway;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a request its place, its body's limit and its time, and lets go of its connection
 * at the end. Each request under way costs memory, so there are only so many; more are
 * told at once to come again. So is who comes before the gateway is ready: requests would
 * pass it by half, since its routes are there before what they need.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
class RequestLimits extends OncePerRequestFilter {

	private static final Set<String> PROBES = Set.of("/livez", "/readyz");

	private final GatewayProperties properties;

	private final Semaphore places = new Semaphore(0);

	private final ScheduledThreadPoolExecutor timer;

	RequestLimits(GatewayProperties properties) {
		this.properties = properties;
		this.timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("deadlines").factory());
		this.timer.setRemoveOnCancelPolicy(true);
	}

	@EventListener(ApplicationReadyEvent.class)
	void open() {
		this.places.release(this.properties.requestsAtOnce());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		GatewayProperties.Limits limits = this.properties.of(request);
		if (request.getContentLengthLong() > limits.body().toBytes()) {
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
			return;
		}
		if (!this.places.tryAcquire()) {
			Problems.askToComeAgainLater(response);
			response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
			return;
		}
		try {
			pass(request, response, chain, limits);
		}
		finally {
			this.places.release();
		}
	}

	/** Whoever asks whether the gateway lives needs no place. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return PROBES.contains(request.getRequestURI());
	}

	private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
			GatewayProperties.Limits limits) throws ServletException, IOException {
		var deadline = new Deadline(limits.time());
		deadline.keepIn(request);
		Future<?> end = this.timer.schedule(deadline, limits.time().toMillis(), TimeUnit.MILLISECONDS);
		try {
			chain.doFilter(new LimitedBody(request, limits.body().toBytes(), deadline), response);
		}
		finally {
			// an answer that was not written whole still has its connection
			if (request.getAttribute(MvcUtils.CLIENT_RESPONSE_ATTR) instanceof ClientHttpResponse answer) {
				answer.close();
			}
			end.cancel(false);
		}
	}

	@Override
	public void destroy() {
		this.timer.shutdownNow();
	}

}
