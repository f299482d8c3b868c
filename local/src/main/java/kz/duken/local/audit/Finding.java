package kz.duken.local.audit;

import org.jspecify.annotations.Nullable;

/**
 * How one rule is kept.
 *
 * @param rule in words
 * @param always whether it must be kept at every instant, or only once nothing is under
 * way
 * @param violations how many break it
 * @param example one that does; {@code null} if none does
 */
public record Finding(String rule, boolean always, long violations, @Nullable String example) {

	/** Whether nothing breaks it. */
	public boolean isKept() {
		return this.violations == 0;
	}

}
