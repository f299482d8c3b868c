package kz.duken.cart;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Whose cart is meant: a customer's, or a guest's who has its token. Of the token only a
 * digest is kept, so that whoever reads the database cannot take a guest's cart.
 *
 * @param id the customer's, or one made of the token; no guest's is any customer's
 * @param token {@code null} for a customer
 */
record Owner(UUID id, @Nullable String token) {

	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final int TOKEN_BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	static Owner customer(UUID id) {
		return new Owner(id, null);
	}

	/** One that was never here. */
	static Owner newGuest() {
		byte[] bytes = new byte[TOKEN_BYTES];
		RANDOM.nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		return new Owner(idOf(token), token);
	}

	/** The guest who has this token, if it looks like one. */
	static Optional<Owner> guest(@Nullable String token) {
		return (token != null && TOKEN.matcher(token).matches()) ? Optional.of(new Owner(idOf(token), token))
				: Optional.empty();
	}

	boolean isGuest() {
		return this.token != null;
	}

	/** A UUID of version 8, which customers' ids are not. */
	private static UUID idOf(String token) {
		ByteBuffer digest = ByteBuffer.wrap(sha256().digest(token.getBytes(StandardCharsets.US_ASCII)));
		long high = (digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
		long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
		return new UUID(high, low);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
