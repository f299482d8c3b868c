package kz.duken.gateway.registry;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the registry asks for and is told.
 *
 * @param username name to give
 * @param password password to give
 * @param advertisedPort the port that others shall call, 0 for the one listened on
 */
@ConfigurationProperties("duken.registry")
record RegistryProperties(String username, @DefaultValue("") String password, int advertisedPort) {
}
