package kz.duken.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/**
 * The services' key pairs: each signs its calls with its own private key, and all know
 * each other's public ones. Files of JSON Web Keys on the curve P-256.
 */
final class Keys {

	private static final Algorithm ALGORITHM = JWSAlgorithm.ES256;

	private Keys() {
	}

	/**
	 * Makes the private key of a service unless there is one, and publishes its public
	 * half.
	 * @param application its name becomes the key's id
	 * @param privateFile the private key, for the service alone
	 * @param publicFolder the folder with all services' public keys
	 */
	static void make(Application application, Path privateFile, Path publicFolder) {
		try {
			if (!Files.exists(privateFile)) {
				ECKey made = new ECKeyGenerator(Curve.P_256).keyID(application.title())
					.algorithm(ALGORITHM)
					.keyUse(KeyUse.SIGNATURE)
					.generate();
				PrivateFile.write(privateFile, made.toJSONString());
			}
			ECKey key = ECKey.parse(Files.readString(privateFile));
			Files.createDirectories(publicFolder);
			Files.writeString(publicFolder.resolve(application.title() + ".jwk"), key.toPublicJWK().toJSONString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ParseException ex) {
			throw new Refusal("%s is no key: delete it, and a new one is made".formatted(privateFile), ex);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
