package kz.duken.local;

import java.time.Duration;

/**
 * How soon something starts again: what dies young again and again waits longer each
 * time. The machine's clock may be set in between. Used by one thread at a time.
 */
final class Pace {

	private static final Duration LONG_LIFE = Duration.ofSeconds(30);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private long startedAt = System.nanoTime();

	private int shortLives;

	void started() {
		this.startedAt = System.nanoTime();
	}

	void died() {
		this.shortLives = (age().compareTo(LONG_LIFE) < 0) ? this.shortLives + 1 : 0;
	}

	/** How often in a row it has died young. */
	int shortLives() {
		return this.shortLives;
	}

	/** Whether what is dead may start again now. */
	boolean isDue() {
		return age().compareTo(pause(this.shortLives)) >= 0;
	}

	/** The time from one start to the next: none at first, then 1, 2, 4, … s. */
	static Duration pause(int shortLives) {
		if (shortLives < 2) {
			return Duration.ZERO;
		}
		Duration wait = Duration.ofSeconds(1L << Math.min(shortLives - 2, 5));
		return (wait.compareTo(LONGEST_WAIT) > 0) ? LONGEST_WAIT : wait;
	}

	private Duration age() {
		return Duration.ofNanos(System.nanoTime() - this.startedAt);
	}

}
