package kz.duken.commons.neighbour;

import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import feign.RetryableException;
import kz.duken.commons.problem.Unavailable;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
	void nobodyWaitsForAConnectionAsLongAsForAnAnswer() {
		List<Class<?>> causes = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Class<?>>> running = new ArrayList<>();
			for (int i = 0; i < 45; i++) {
				running.add(threads.submit(() -> {
					RetryableException failure = catchThrowableOfType(RetryableException.class, this.silent::read);
					return NestedExceptionUtils.getMostSpecificCause(failure).getClass();
				}));
			}
			running.forEach((one) -> causes.add(join(one)));
		}

		assertThat(causes).hasSize(45)
			.containsOnly(SocketTimeoutException.class, ConnectionRequestTimeoutException.class);
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
