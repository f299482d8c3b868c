package kz.duken.local;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

	@Test
	void whatDiedOnceStartsAtOnce() {
		Pace pace = new Pace();

		pace.started();
		pace.died();

		assertThat(pace.isDue()).isTrue();
	}

	@Test
	void whatDiesYoungAgainAndAgainWaits() {
		Pace pace = new Pace();

		for (int life = 1; life <= 4; life++) {
			pace.started();
			pace.died();
		}

		assertThat(pace.shortLives()).isEqualTo(4);
		assertThat(pace.isDue()).isFalse();
	}

	@Test
	void thePauseGrowsToHalfAMinute() {
		assertThat(Pace.pause(1)).isZero();
		assertThat(Pace.pause(2)).isEqualTo(Duration.ofSeconds(1));
		assertThat(Pace.pause(4)).isEqualTo(Duration.ofSeconds(4));
		assertThat(Pace.pause(1000)).isEqualTo(Duration.ofSeconds(30));
	}

}
