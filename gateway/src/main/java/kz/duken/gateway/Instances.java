package kz.duken.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.coyote.BadRequestException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sends requests to the instances of a service in turn, as the registry has them now. An
 * instance that cannot be connected to has been sent nothing, so the request, whatever it
 * is, goes to the next one at once, until each has been tried. On any other failure of a
 * connection only a read is repeated, once: a write may have been done. What comes too
 * late is not repeated, and an answer is an answer, whatever its status.
 * <p>
 * There is no circuit breaker: an instance that is down costs nothing, is gone from the
 * registry in seconds, and one that hangs holds no more requests than it has connections
 * in the pool, each for the time that a request may take. A service that all the world
 * asks for, or that hangs, has its own room and leaves the others theirs.
 */
@Component
class Instances {

	private static final Logger log = LoggerFactory.getLogger(Instances.class);

	private final DiscoveryClient registry;

	private final int requestsPerService;

	private final Map<String, Semaphore> rooms = new ConcurrentHashMap<>();

	Instances(DiscoveryClient registry, GatewayProperties properties) {
		this.registry = registry;
		this.requestsPerService = properties.requestsPerService();
	}

	/** The instances of a service, by the name it is registered under. */
	HandlerFilterFunction<ServerResponse, ServerResponse> of(String service) {
		var turn = new AtomicInteger(ThreadLocalRandom.current().nextInt(Short.MAX_VALUE));
		Semaphore room = this.rooms.computeIfAbsent(service, (name) -> new Semaphore(this.requestsPerService));
		return (request, next) -> {
			if (!room.tryAcquire()) {
				throw new Crowded(service);
			}
			try {
				return send(request, next, service, from(turn.getAndIncrement(), service));
			}
			finally {
				room.release();
			}
		};
	}

	private Deque<ServiceInstance> from(int turn, String service) {
		var instances = new ArrayDeque<ServiceInstance>();
		List<ServiceInstance> registered = this.registry.getInstances(service);
		for (int i = 0; i < registered.size(); i++) {
			instances.add(registered.get(Math.floorMod(turn + i, registered.size())));
		}
		return instances;
	}

	private static ServerResponse send(ServerRequest request, HandlerFunction<ServerResponse> next, String service,
			Deque<ServiceInstance> instances) throws Exception {
		boolean repeatable = isRead(request);
		IOException failure = null;
		while (!instances.isEmpty()) {
			ServiceInstance instance = instances.remove();
			MvcUtils.setRequestUrl(request, instance.getUri());
			try {
				return new AsAnswered(next.handle(request));
			}
			catch (ResourceAccessException ex) {
				failure = failure(ex);
				if (failure instanceof LimitedBody.Refused || failure instanceof BadRequestException) {
					throw failure;
				}
				log.info("{} at {} failed: {}", service, instance.getUri(), failure.toString());
				if (!nothingWasSent(failure)) {
					if (!repeatable || failure instanceof SocketTimeoutException
							|| Deadline.of(request.servletRequest()).isOver()) {
						break;
					}
					repeatable = false;
					// the last one may have closed an idle connection only
					instances.add(instance);
				}
			}
			catch (IllegalStateException ex) {
				// what Apache's client says when it is cut off between its connection's
				// lease and its use
				if (!Deadline.of(request.servletRequest()).isOver()) {
					throw ex;
				}
				failure = new SocketTimeoutException("the time is over");
				break;
			}
		}
		throw new Unavailable(service, failure);
	}

	private static IOException failure(ResourceAccessException ex) {
		return (ex.getCause() instanceof IOException cause) ? cause : new IOException(ex);
	}

	private static boolean nothingWasSent(IOException failure) {
		return failure instanceof ConnectException || failure instanceof ConnectTimeoutException
				|| failure instanceof ConnectionRequestTimeoutException || failure instanceof NoRouteToHostException
				|| failure instanceof UnknownHostException;
	}

	private static boolean isRead(ServerRequest request) throws IOException {
		return (HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method()))
				&& request.servletRequest().getInputStream().isFinished();
	}

	/** As many requests to the service are under way as there is room for. */
	static final class Crowded extends RuntimeException {

		Crowded(String service) {
			super("No room for one more request to " + service);
		}

	}

	/** No instance of the service has answered. */
	static final class Unavailable extends RuntimeException {

		Unavailable(String service, @Nullable IOException failure) {
			super((failure != null) ? "%s does not answer: %s".formatted(service, failure)
					: "No instance of %s is registered".formatted(service), failure);
		}

	}

}
