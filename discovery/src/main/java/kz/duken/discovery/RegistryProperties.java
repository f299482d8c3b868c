package kz.duken.discovery;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the registry asks of its clients.
 *
 * @param username name that every client sends
 * @param password password that every client sends; without one nothing starts
 * @param settling how long after a start fetches are refused, see {@link SettlingFilter}
 */
@ConfigurationProperties("duken.registry")
record RegistryProperties(@DefaultValue("duken") String username, @DefaultValue("") String password,
		Duration settling) {

	RegistryProperties {
		requirePassword(password);
	}

	/** Asks for the password before anything starts, so that nothing else is said. */
	static void requirePassword(ConfigurableApplicationContext context) {
		requirePassword(context.getEnvironment().getProperty("duken.registry.password", ""));
	}

	private static void requirePassword(String password) {
		if (password.isBlank()) {
			throw new InvalidConfigurationPropertyValueException("duken.registry.password", "",
					"The registry needs a password: set DUKEN_REGISTRY_PASSWORD, the same for all applications.");
		}
	}
}
