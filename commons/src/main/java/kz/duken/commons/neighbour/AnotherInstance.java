package kz.duken.commons.neighbour;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;

import feign.Capability;
import feign.Client;
import feign.Request;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * Takes a call that a dead instance has lost to another one at once. A connection that
 * was refused, or not made in time, has carried nothing, so any call goes on; one that
 * broke may have, so only a call goes on that may be made twice: it reads, or it is a
 * {@code PUT}, which between services is always a fact by its id. A call that took too
 * long is never made again: the time is up. Nor is there time for a third connection that
 * is not made in time: a host that is gone costs the connect timeout. Public, since Feign
 * calls it by reflection.
 */
public class AnotherInstance implements Capability {

	private static final int ATTEMPTS = 5;

	private static final int ATTEMPTS_TO_CONNECT_IN_TIME = 2;

	@Override
	public Client enrich(Client client) {
		return (request, options) -> ScopedValue.where(UntriedInstances.TRIED, UntriedInstances.none()).call(() -> {
			int late = 0;
			for (int attempt = 1;; attempt++) {
				try {
					return client.execute(request, options);
				}
				catch (IOException ex) {
					late += (ex instanceof ConnectTimeoutException) ? 1 : 0;
					if (attempt == ATTEMPTS || late == ATTEMPTS_TO_CONNECT_IN_TIME || !mayGoOn(request, ex)) {
						throw ex;
					}
				}
			}
		});
	}

	private static boolean mayGoOn(Request request, IOException ex) {
		return nothingWasSent(ex) || (broke(ex) && mayBeMadeTwice(request));
	}

	private static boolean nothingWasSent(IOException ex) {
		return ex instanceof ConnectException || ex instanceof ConnectTimeoutException
				|| ex instanceof NoRouteToHostException;
	}

	/** Reset, or closed before the answer or within it. */
	private static boolean broke(IOException ex) {
		return ex instanceof NoHttpResponseException || ex instanceof ConnectionClosedException
				|| (ex instanceof SocketException && !(ex instanceof ConnectException));
	}

	private static boolean mayBeMadeTwice(Request request) {
		return switch (request.httpMethod()) {
			case GET, PUT -> true;
			case POST -> request.requestTemplate().methodMetadata().method().isAnnotationPresent(OnlyReads.class);
			default -> false;
		};
	}

}
