package kz.duken.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.core.task.VirtualThreadTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/** What was left is worked off as fast as the neighbours allow, and no faster. */
class BacklogTests {

	private static final int PLACES = 20;

	/** Nothing that a test waits for takes so long. */
	private static final Duration LONG = Duration.ofMinutes(1);

	private final Drivers drivers = new Drivers(new VirtualThreadTaskExecutor());

	private final Queue<Integer> left = new ConcurrentLinkedQueue<>(IntStream.range(0, 200).boxed().toList());

	private final Queue<Integer> worked = new ConcurrentLinkedQueue<>();

	@Test
	void oneRoundWorksOffALongBacklogOfWhichSomeFail() {
		backlog((piece) -> piece % PLACES != 0).workOff(LONG);

		assertThat(this.left).isEmpty();
		Awaitility.await().until(() -> this.worked.size() == 200);
		assertThat(this.worked).doesNotHaveDuplicates();
	}

	@Test
	void whileAllFailNoMoreAreTakenThanThereArePlaces() {
		Backlog<Integer> backlog = backlog((piece) -> false);

		backlog.workOff(LONG);
		assertThat(this.worked).hasSize(PLACES);

		backlog.workOff(LONG);
		assertThat(this.worked).hasSize(2 * PLACES);
	}

	@Test
	void asManyAreUnderWayAsThereArePlaces() {
		AtomicInteger underWay = new AtomicInteger();
		CountDownLatch all = new CountDownLatch(PLACES);
		Queue<Integer> seen = new ConcurrentLinkedQueue<>();

		backlog((piece) -> {
			seen.add(underWay.incrementAndGet());
			all.countDown();
			boolean met = isOver(all);
			underWay.decrementAndGet();
			return met;
		}).workOff(LONG);

		assertThat(seen).contains(PLACES).allMatch((many) -> many <= PLACES);
	}

	@Test
	void whatHangsKeepsItsPlaceAndNobodyElseWaiting() {
		CountDownLatch answer = new CountDownLatch(1);
		Backlog<Integer> backlog = backlog((piece) -> piece % 25 != 0 || isOver(answer));

		backlog.workOff(LONG);

		assertThat(this.left).isEmpty();
		Awaitility.await().until(() -> this.worked.size() == 200 - 8);
		answer.countDown();
		Awaitility.await().until(() -> this.worked.size() == 200);
	}

	@Test
	void aRoundEndsThoughAllPlacesHang() {
		CountDownLatch answer = new CountDownLatch(1);

		backlog((piece) -> isOver(answer)).workOff(Duration.ofMillis(1));

		assertThat(this.left).hasSize(200 - PLACES);
		answer.countDown();
	}

	private Backlog<Integer> backlog(Predicate<Integer> driver) {
		return new Backlog<>(PLACES, this::take, (piece) -> {
			boolean ended = driver.test(piece);
			this.worked.add(piece);
			return ended;
		}, this.drivers);
	}

	private List<Integer> take(int most) {
		List<Integer> taken = new ArrayList<>();
		while (taken.size() < most && !this.left.isEmpty()) {
			taken.add(this.left.remove());
		}
		return taken;
	}

	private static boolean isOver(CountDownLatch answer) {
		try {
			answer.await();
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

}
