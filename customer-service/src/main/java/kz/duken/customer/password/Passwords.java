package kz.duken.customer.password;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import kz.duken.commons.HeavyWork;
import kz.duken.commons.problem.Unavailable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords by Argon2id (RFC 9106), a few at a time: each takes its share of
 * memory and of a core, and a crowd at the door must not take all. Passwords are compared
 * in their NFKC form, since keyboards write the same word differently.
 */
@Component
public class Passwords {

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private final Argon2PasswordEncoder argon2;

	private final Semaphore turns;

	private final HeavyWork hashing;

	private final PasswordProperties properties;

	private final String nobodysHash;

	@Autowired
	Passwords(PasswordProperties properties) {
		this(properties, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, (int) properties.memory().toKilobytes(),
				properties.iterations()));
	}

	Passwords(PasswordProperties properties, Argon2PasswordEncoder argon2) {
		this.properties = properties;
		this.argon2 = argon2;
		this.turns = new Semaphore(properties.atOnce(), true);
		this.hashing = new HeavyWork("password-hash", properties.atOnce());
		this.nobodysHash = hash("nobody's password");
	}

	/**
	 * The hash under which to keep the password.
	 * @throws Unavailable when too many are waiting for theirs
	 */
	public final String hash(String password) {
		return inTurn(() -> encoded(password));
	}

	/**
	 * Whether the password is the one that was hashed; {@code false} without a hash,
	 * after the same time.
	 * @throws Unavailable when too many are waiting for theirs
	 */
	public boolean matches(String password, Optional<String> hash) {
		boolean same = inTurn(() -> this.argon2.matches(normalized(password), hash.orElse(this.nobodysHash)));
		return same && hash.isPresent();
	}

	static String normalized(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFKC);
	}

	private String encoded(String password) {
		String hash = this.argon2.encode(normalized(password));
		if (hash == null) {
			throw new IllegalStateException("Argon2 made no hash");
		}
		return hash;
	}

	private <T> T inTurn(Supplier<T> work) {
		try {
			if (!this.turns.tryAcquire(this.properties.patience().toMillis(), TimeUnit.MILLISECONDS)) {
				throw new Unavailable("The check of passwords", null);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Unavailable("The check of passwords", ex);
		}
		try {
			return this.hashing.done(work);
		}
		finally {
			this.turns.release();
		}
	}

}
