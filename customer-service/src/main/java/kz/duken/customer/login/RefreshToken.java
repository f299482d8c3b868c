package kz.duken.customer.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * An opaque secret of 256 bits. Only its hash is kept; a plain one is enough, since
 * nobody can guess what went into it.
 *
 * @param text what the client holds
 */
record RefreshToken(String text) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 32;

	static RefreshToken random() {
		byte[] secret = new byte[BYTES];
		RANDOM.nextBytes(secret);
		return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
	}

	byte[] hash() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "RefreshToken";
	}

}
