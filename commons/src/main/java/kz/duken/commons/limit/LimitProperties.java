package kz.duken.commons.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits on requests.
 *
 * @param body the largest body of a request
 */
@ConfigurationProperties("duken.limit")
record LimitProperties(@DefaultValue("1MB") DataSize body) {
}
