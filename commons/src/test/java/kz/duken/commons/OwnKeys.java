package kz.duken.commons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** The keys that the launcher gives a service, here for tests. */
class OwnKeys implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Path FOLDER = write();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Map<String, Object> properties = Map.of("DUKEN_PRIVATE_KEY", FOLDER.resolve("shop-service.jwk").toString(),
				"DUKEN_PUBLIC_KEYS", FOLDER.toString());
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("ownKeys", properties));
	}

	private static Path write() {
		try {
			Path folder = Files.createTempDirectory("duken-keys");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
			ECKey key = new ECKeyGenerator(Curve.P_256).keyID("shop-service").algorithm(JWSAlgorithm.ES256).generate();
			Files.writeString(folder.resolve("shop-service.jwk"), key.toJSONString());
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
