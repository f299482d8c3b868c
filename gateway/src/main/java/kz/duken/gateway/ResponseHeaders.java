package kz.duken.gateway;

import java.util.Set;
import java.util.TreeSet;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What a client gets to see of a service's headers: all but those of one connection and
 * those that the gateway has set; and it caches nothing that the service does not allow.
 */
@Component
class ResponseHeaders implements ResponseHttpHeadersFilter, Ordered {

	/** Before the filter that removes the Connection header, which names others. */
	@Override
	public int getOrder() {
		return 0;
	}

	@Override
	public HttpHeaders apply(HttpHeaders given, ServerResponse response) {
		Set<String> dropped = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		dropped.addAll(SecurityHeaders.ALWAYS);
		dropped.addAll(given.getConnection());
		var passed = new HttpHeaders();
		given.forEach((name, values) -> {
			if (!dropped.contains(name)) {
				passed.addAll(name, values);
			}
		});
		if (!passed.containsHeader(HttpHeaders.CACHE_CONTROL)) {
			passed.setCacheControl("no-store");
		}
		if (!passed.containsHeader(SecurityHeaders.CONTENT_SECURITY_POLICY)) {
			passed.set(SecurityHeaders.CONTENT_SECURITY_POLICY, SecurityHeaders.FOR_DATA);
		}
		return passed;
	}

}
