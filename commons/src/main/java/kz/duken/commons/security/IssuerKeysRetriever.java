package kz.duken.commons.security;

import java.io.IOException;
import java.net.URL;
import java.time.Duration;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Reads a document from a service found by its name in the registry. */
class IssuerKeysRetriever implements ResourceRetriever {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final LoadBalancerClient loadBalancer;

	private final RestClient http;

	IssuerKeysRetriever(LoadBalancerClient loadBalancer) {
		this.loadBalancer = loadBalancer;
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
		requests.setReadTimeout(TIMEOUT);
		this.http = RestClient.builder().requestFactory(requests).build();
	}

	@Override
	public Resource retrieveResource(URL url) throws IOException {
		ServiceInstance instance = this.loadBalancer.choose(url.getHost());
		if (instance == null) {
			throw new IOException("No instance of " + url.getHost() + " is known");
		}
		try {
			String document = this.http.get().uri(instance.getUri() + url.getPath()).retrieve().body(String.class);
			return new Resource(String.valueOf(document), "application/json");
		}
		catch (RestClientException ex) {
			throw new IOException(ex);
		}
	}

}
