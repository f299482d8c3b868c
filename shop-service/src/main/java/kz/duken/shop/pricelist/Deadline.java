package kz.duken.shop.pricelist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When an import must be done. */
record Deadline(Clock clock, Instant end) {

	static Deadline in(Duration time, Clock clock) {
		return new Deadline(clock, clock.instant().plus(time));
	}

	/**
	 * Goes on if there is time left.
	 * @throws ImportTookTooLong else
	 */
	void check() {
		if (this.clock.instant().isAfter(this.end)) {
			throw new ImportTookTooLong();
		}
	}

}
