package kz.duken.commons.neighbour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import kz.duken.commons.problem.Unavailable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** For how long a call to another service waits, and who with it. */
class WaitingTests extends IllNeighbours {

	@Autowired
	private Pair pair;

	@Autowired
	private Silent silent;

	@Autowired
	private Neighbours neighbours;

	@Autowired
	private ThreadPoolTaskScheduler scheduler;

	@Test
	void whatTookTooLongIsNotAskedAgain() {
		int before = SILENT.asked();

		assertThatExceptionOfType(Unavailable.class)
			.isThrownBy(() -> this.neighbours.named("slow").ask(this.silent::read));

		assertThat(SILENT.asked()).isEqualTo(before + 1);
	}

	@Test
	void nobodyWaitsLongForAConnection() {
		List<Duration> waited = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Duration>> running = new ArrayList<>();
			for (int i = 0; i < 45; i++) {
				running.add(threads.submit(() -> {
					long start = System.nanoTime();
					attempt((call) -> this.silent.read());
					return Duration.ofNanos(System.nanoTime() - start);
				}));
			}
			for (Future<Duration> one : running) {
				waited.add(join(one));
			}
		}

		assertThat(waited).filteredOn((time) -> time.compareTo(Duration.ofMillis(1700)) < 0).hasSize(15);
		assertThat(waited).allMatch((time) -> time.compareTo(Duration.ofSeconds(4)) < 0);
	}

	@Test
	void noTransactionWaitsForANeighbour() {
		Neighbour neighbour = this.neighbours.named("pair");
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try {
			assertThatIllegalStateException().isThrownBy(() -> neighbour.ask(this.pair::read))
				.withMessageContaining("inside a transaction");
		}
		finally {
			TransactionSynchronizationManager.setActualTransactionActive(false);
		}
		assertThat(neighbour.<String>ask(this.pair::read)).isEqualTo("1");
	}

	@Test
	void scheduledTasksHaveThreadsOfTheirOwn() {
		assertThat(this.scheduler.getScheduledThreadPoolExecutor().getCorePoolSize()).isGreaterThanOrEqualTo(8);
	}

}
