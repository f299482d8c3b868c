package kz.duken.commons.limit;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Limits on requests.
 *
 * @param body the largest body of a request
 * @param bodies other largest bodies, by the pattern of the path
 */
@ConfigurationProperties("duken.limit")
record LimitProperties(@DefaultValue("1MB") DataSize body, @DefaultValue Map<String, DataSize> bodies) {

	/** The largest body of this request, in bytes. */
	long bodyOf(HttpServletRequest request) {
		if (this.bodies.isEmpty()) {
			return this.body.toBytes();
		}
		PathContainer path = PathContainer.parsePath(request.getRequestURI());
		return this.bodies.entrySet()
			.stream()
			.filter((other) -> PathPatternParser.defaultInstance.parse(other.getKey()).matches(path))
			.findFirst()
			.map(Map.Entry::getValue)
			.orElse(this.body)
			.toBytes();
	}

}
