package kz.duken.customer.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password must be, after NIST SP 800-63B: long enough, and neither one of those
 * that are tried first nor the user's own name. Any characters will do.
 */
public final class PasswordRules {

	/**
	 * The most UTF-16 units in which a password may be sent, far more than a good one
	 * needs: its characters are counted in their normal form, which may be shorter.
	 */
	public static final int LONGEST_INPUT = 2048;

	private static final int MIN_LENGTH = 8;

	private static final int MAX_LENGTH = 128;

	private static final Set<String> COMMON = common();

	private PasswordRules() {
	}

	/**
	 * Why the password cannot be taken, in words for people; empty when it can.
	 */
	public static Optional<String> objection(String password, String username) {
		String normalized = Passwords.normalized(password);
		int length = normalized.codePointCount(0, normalized.length());
		if (length < MIN_LENGTH || length > MAX_LENGTH) {
			return Optional.of("must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
		}
		if (normalized.codePoints().anyMatch((c) -> Character.getType(c) == Character.SURROGATE)) {
			return Optional.of("must be text");
		}
		String lowered = normalized.toLowerCase(Locale.ROOT);
		if (lowered.equals(username.toLowerCase(Locale.ROOT))) {
			return Optional.of("must not be the username");
		}
		if (COMMON.contains(lowered) || normalized.codePoints().distinct().count() == 1) {
			return Optional.of("is one of those that everybody tries first; take another");
		}
		return Optional.empty();
	}

	private static Set<String> common() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt")),
				StandardCharsets.UTF_8))) {
			return lines.lines().collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
