package kz.duken.commons.neighbour;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What a call to another service meets when instances of that are not well. */
class NeighbourTests extends IllNeighbours {

	@Autowired
	private Mostly mostlyDead;

	@Autowired
	private HalfGone halfGone;

	@Autowired
	private Pair pair;

	@Test
	void whoIsDeadCostsNobodyAnErrorHoweverManyAsk() {
		assertThat(atOnce(200, (call) -> this.mostlyDead.write())).containsOnly("1");
	}

	@Test
	void aHostThatIsGoneCostsNobodyAnErrorNotEvenAWriter() {
		assertThat(atOnce(10, (call) -> this.halfGone.write())).containsOnly("1");
	}

	@Test
	void whatABrokenConnectionLostIsAskedElsewhere() {
		ILL.becomes(Instance.Health.HANGS_UP);
		int before = ILL.asked();

		for (int i = 0; i < 10; i++) {
			assertThat(this.pair.read()).isEqualTo("1");
			assertThat(this.pair.putFact()).isEqualTo("1");
			assertThat(this.pair.query()).isEqualTo("1");
		}

		assertThat(ILL.asked()).isGreaterThan(before);
	}

	@Test
	void aConnectionThatDiedInThePoolCostsNobodyAnError() {
		assertThat(atOnce(20, (call) -> this.pair.read())).containsOnly("1");
		ILL.becomes(Instance.Health.HANGS_UP);

		assertThat(atOnce(40, (call) -> this.pair.read())).containsOnly("1");
	}

	@Test
	void whatMayHaveBeenDoneIsNotDoneAgain() {
		ILL.becomes(Instance.Health.HANGS_UP);
		int before = ILL.asked() + WELL.asked();

		List<String> answers = atOnce(10, (call) -> this.pair.write());

		assertThat(answers).contains("1").contains("Unavailable");
		assertThat(ILL.asked() + WELL.asked()).isEqualTo(before + 10);
	}

	private static List<String> atOnce(int times, Function<Integer, String> call) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> running = new ArrayList<>();
			for (int i = 0; i < times; i++) {
				// a connection has to be free for each, which is another test
				if (i % 20 == 0) {
					running.forEach(IllNeighbours::join);
				}
				running.add(threads.submit(() -> attempt(call)));
			}
			return running.stream().map(IllNeighbours::join).toList();
		}
	}

}
