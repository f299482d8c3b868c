package kz.duken.test;

import java.net.http.HttpClient;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** How tests call the service that they are about. */
public final class HttpClients {

	private static final JdkClientHttpRequestFactory REQUESTS = new JdkClientHttpRequestFactory(
			HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());

	private HttpClients() {
	}

	/**
	 * A client that sends a request once, whatever the answer. The one that is found by
	 * itself waits and tries again at a 429 or 503, and hides it from the test.
	 */
	public static RestTestClient at(int port) {
		return RestTestClient.bindToServer(REQUESTS).baseUrl("http://127.0.0.1:" + port).build();
	}

}
