package kz.duken.shop.pricelist;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

final class Sha256 {

	private Sha256() {
	}

	/** A new digest, for one thread. */
	static MessageDigest begin() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
