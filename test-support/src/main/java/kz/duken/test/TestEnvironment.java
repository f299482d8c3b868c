package kz.duken.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** What the launcher tells an application by its environment, here for tests. */
class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Path KEYS = writeKeys();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		String service = environment.getRequiredProperty("spring.application.name");
		String schema = environment.getRequiredProperty("duken.schema");
		TestDatabase database = TestDatabase.shared();
		Map<String, Object> properties = new HashMap<>();
		properties.put("DUKEN_DATABASE_URL", database.url());
		properties.put("DUKEN_DATABASE_PASSWORD", database.password(schema + "_runtime"));
		properties.put("DUKEN_DATABASE_OWNER_PASSWORD", database.password(schema + "_owner"));
		properties.put("DUKEN_PRIVATE_KEY", KEYS.resolve("private").resolve(service + ".jwk").toString());
		properties.put("DUKEN_PUBLIC_KEYS", KEYS.resolve("public").toString());
		properties.put("eureka.client.enabled", "false");
		properties.put("management.server.port", "-1");
		Neighbourhood.SERVICES.forEach(
				(neighbour) -> properties.put("spring.cloud.discovery.client.simple.instances." + neighbour + "[0].uri",
						Neighbourhood.stubs().baseUrl()));
		environment.getPropertySources().addFirst(new MapPropertySource("testEnvironment", properties));
	}

	private static Path writeKeys() {
		try {
			Path folder = Files.createTempDirectory("duken-keys");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
			Path privateKeys = Files.createDirectory(folder.resolve("private"));
			Path publicKeys = Files.createDirectory(folder.resolve("public"));
			TestTokens.writeKeys(privateKeys, publicKeys);
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
