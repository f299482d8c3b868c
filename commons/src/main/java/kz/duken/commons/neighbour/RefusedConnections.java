package kz.duken.commons.neighbour;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;

import feign.Capability;
import feign.Client;
import org.apache.hc.client5.http.ConnectTimeoutException;

/**
 * A connection that was refused has carried nothing, so the call goes to another instance
 * at once, whatever it is. Any other failure is for the caller to judge. Public, since
 * Feign calls it by reflection.
 */
public class RefusedConnections implements Capability {

	private static final int ATTEMPTS = 5;

	@Override
	public Client enrich(Client client) {
		return (request, options) -> {
			for (int attempt = 1;; attempt++) {
				try {
					return client.execute(request, options);
				}
				catch (IOException ex) {
					if (attempt == ATTEMPTS || !nothingWasSent(ex)) {
						throw ex;
					}
				}
			}
		};
	}

	private static boolean nothingWasSent(IOException ex) {
		return (ex instanceof ConnectException || ex instanceof NoRouteToHostException)
				&& !(ex instanceof ConnectTimeoutException);
	}

}
