package kz.duken.system;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import com.sun.net.httpserver.HttpExchange;

/**
 * What becomes of a request that a fault strikes.
 *
 * @param exchange in which it came, and may be answered
 * @param request as it is to be delivered
 * @param keeper of what is delivered late
 */
record Mishap(HttpExchange exchange, HttpRequest request, Consumer<HttpRequest> keeper) {

	/** Longer than any caller waits. */
	private static final Duration DELAY = Duration.ofSeconds(4);

	/** Less than the lock_timeout of who waits for an order's row. */
	private static final Duration LONGEST_WAY_BACK = Duration.ofMillis(900);

	private static final Duration LOOK = Duration.ofMillis(5);

	/**
	 * The callee has not done what it was to do, as after a restart of its database: the
	 * moment that was meant has not come. For the caller the answer is lost.
	 */
	private static final class Undone extends IOException {

	}

	void happen(Fault fault) throws IOException, InterruptedException {
		boolean over = true;
		try {
			befall(fault);
		}
		catch (Undone ex) {
			over = false;
			fault.comesLater();
		}
		catch (SQLException | RuntimeException | AssertionError ex) {
			fault.failed(ex);
		}
		finally {
			if (over) {
				fault.isOver();
			}
		}
	}

	private void befall(Fault fault) throws IOException, InterruptedException, SQLException {
		switch (fault.moment()) {
			case BEFORE_DELIVERY -> fault.strike();
			case ANSWER_LOST -> {
				done(this.request);
				fault.strike();
			}
			case ANSWERED -> betweenAnswerAndCommit(fault);
			case DELAYED -> {
				Thread.sleep(DELAY);
				HttpResponse<byte[]> late = done(this.request);
				fault.strike();
				// nobody may be waiting for it any more
				Relay.answer(this.exchange, late);
			}
			case DUPLICATED -> {
				done(this.request);
				Relay.answer(this.exchange, done(this.request));
				fault.strike();
			}
			case LATE -> {
				this.keeper.accept(this.request);
				fault.strike();
			}
			case OVERTAKEN -> {
				done(Relay.release(this.request));
				Relay.answer(this.exchange, done(this.request));
				fault.strike();
			}
			case ANSWER_HELD -> {
				HttpResponse<byte[]> answer = done(this.request);
				fault.strike();
				sendOn(answer, fault);
			}
			case MEANWHILE -> {
				try (Freeze _ = Freeze.of(path())) {
					fault.strike();
					Relay.answer(this.exchange, Relay.deliver(this.request));
				}
			}
		}
	}

	/** Delivers it; what the callee says to a step that it has done is a success. */
	private static HttpResponse<byte[]> done(HttpRequest step) throws Undone, InterruptedException {
		try {
			HttpResponse<byte[]> answer = Relay.deliver(step);
			if (answer.statusCode() / 100 == 2) {
				return answer;
			}
		}
		catch (IOException ex) {
			// as good as no success
		}
		throw new Undone();
	}

	/** The answer must come to its caller. */
	private void sendOn(HttpResponse<byte[]> answer, Fault fault) {
		try {
			Relay.answer(this.exchange, answer);
		}
		catch (IOException ex) {
			fault.failed(ex);
		}
	}

	/**
	 * The caller gets its answer while it can neither write it down nor ask for anything
	 * else for this order; only when it is seen trying, the fault strikes.
	 */
	private void betweenAnswerAndCommit(Fault fault) throws IOException, InterruptedException, SQLException {
		try (Freeze freeze = Freeze.of(path()); RowLock row = RowLock.on(Freeze.idIn(path()))) {
			HttpResponse<byte[]> answer = done(this.request);
			int before = row.waiting();
			Instant end = Instant.now().plus(LONGEST_WAY_BACK);
			Relay.answer(this.exchange, answer);
			while (row.waiting() <= before && freeze.held().stream().noneMatch(fault::isFollowedBy)) {
				if (Instant.now().isAfter(end)) {
					throw new SQLException("The caller was not seen writing down its answer to " + path());
				}
				LockSupport.parkNanos(LOOK.toNanos());
			}
			fault.strike();
		}
	}

	private String path() {
		return this.exchange.getRequestURI().getRawPath();
	}

}
