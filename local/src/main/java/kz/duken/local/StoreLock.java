package kz.duken.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Who has a store: the process that holds a lock on a file, until it ends however it
 * ends.
 */
record StoreLock(Path file) {

	private static final int ATTEMPTS = 5;

	private static final long PAUSE_MILLISECONDS = 50;

	/**
	 * Takes the lock for this process; empty when another process has it.
	 */
	Optional<FileLock> take() {
		try {
			FileChannel channel = FileChannel.open(this.file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			FileLock lock = channel.tryLock();
			for (int attempt = 1; lock == null && attempt < ATTEMPTS; attempt++) {
				// it may only be somebody who looks whether it is taken
				TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
				lock = channel.tryLock();
			}
			if (lock == null) {
				channel.close();
			}
			return Optional.ofNullable(lock);
		}
		catch (IOException ex) {
			throw new Refusal("%s cannot be locked: %s".formatted(this.file, ex.getMessage()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refusal("Interrupted", ex);
		}
	}

	/** Whether a living process has it; many may ask at the same time. */
	boolean isTaken() {
		if (!Files.exists(this.file)) {
			return false;
		}
		try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.READ);
				FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
			return lock == null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
