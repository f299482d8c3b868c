package kz.duken.commons;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HeavyWorkTests {

	private final HeavyWork work = new HeavyWork("heavy work", 1);

	@Test
	void itIsDoneOnAThreadOfTheSystem() {
		assertThat(this.work.done(() -> Thread.currentThread().isVirtual())).isFalse();
	}

	@Test
	void whatItThrowsComesToWhoWaits() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.work.done(() -> {
			throw new IllegalStateException();
		}));
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> this.work.done(() -> {
			throw new StackOverflowError();
		}));
	}

}
