package kz.duken.gateway;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What the services get to see of a client's headers: all but those that speak for the
 * gateway, for one connection only, or for the trace, which is told anew.
 */
@Component
class RequestHeaders implements RequestHttpHeadersFilter, Ordered {

	private static final Set<String> OURS = Set.of("forwarded", "x-real-ip", "via", "traceparent", "tracestate",
			"baggage", "expect", "proxy-connection", "http2-settings");

	/** After the filters that remove every X-Forwarded header. */
	@Override
	public int getOrder() {
		return 10_000;
	}

	@Override
	public HttpHeaders apply(HttpHeaders given, ServerRequest request) {
		Set<String> hopByHop = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		hopByHop.addAll(given.getConnection());
		var passed = new HttpHeaders();
		given.forEach((name, values) -> {
			if (!hopByHop.contains(name) && !isOurs(name.toLowerCase(Locale.ROOT))) {
				passed.addAll(name, values);
			}
		});
		HttpServletRequest client = request.servletRequest();
		passed.set("X-Forwarded-For", client.getRemoteAddr());
		passed.set("X-Forwarded-Proto", client.getScheme());
		String host = client.getHeader(HttpHeaders.HOST);
		passed.set("X-Forwarded-Host", (host != null) ? host : client.getServerName());
		return passed;
	}

	private static boolean isOurs(String name) {
		return OURS.contains(name) || name.startsWith("x-user-") || name.startsWith("x-forwarded-")
				|| name.startsWith("x-b3-");
	}

}
