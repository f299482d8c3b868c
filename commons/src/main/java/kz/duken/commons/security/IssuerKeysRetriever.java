package kz.duken.commons.security;

import java.io.IOException;
import java.net.URL;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Reads a document from a service found by its name in the registry, of the first
 * instance that gives it.
 */
class IssuerKeysRetriever implements ResourceRetriever {

	private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private static final int MOST_INSTANCES = 3;

	private final DiscoveryClient registry;

	private final RestClient http;

	IssuerKeysRetriever(DiscoveryClient registry) {
		this.registry = registry;
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build());
		requests.setReadTimeout(TIMEOUT);
		this.http = RestClient.builder().requestFactory(requests).build();
	}

	@Override
	public Resource retrieveResource(URL url) throws IOException {
		IOException failure = new IOException("No instance of " + url.getHost() + " is known");
		for (ServiceInstance instance : inAnyOrder(url.getHost())) {
			try {
				String document = this.http.get().uri(instance.getUri() + url.getPath()).retrieve().body(String.class);
				return new Resource(String.valueOf(document), "application/json");
			}
			catch (RestClientException ex) {
				failure = new IOException(ex);
			}
		}
		throw failure;
	}

	private List<ServiceInstance> inAnyOrder(String service) {
		List<ServiceInstance> instances = new ArrayList<>(this.registry.getInstances(service));
		Collections.shuffle(instances);
		return instances.subList(0, Math.min(instances.size(), MOST_INSTANCES));
	}

}
