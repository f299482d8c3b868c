package kz.duken.system;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link FaultProxy} does to the first request that it is meant for.
 */
final class Fault {

	/** When something goes wrong, or what. */
	enum Moment {

		/** The request is lost; the callee never sees it. */
		BEFORE_DELIVERY,

		/** The callee has done it, and its answer is lost. */
		ANSWER_LOST,

		/**
		 * The caller has the answer and is kept from writing it down, or from asking for
		 * the next thing where it writes nothing down.
		 */
		ANSWERED,

		/** The request waits for longer than the caller does, and is delivered then. */
		DELAYED,

		/** The request is delivered twice; the second answer counts. */
		DUPLICATED,

		/** The request is lost for the caller, and delivered when somebody says so. */
		LATE,

		/** What would be taken back is taken back before the request is delivered. */
		OVERTAKEN,

		/** The request waits until something else has happened. */
		MEANWHILE,

		/**
		 * The callee has done it, and its answer waits until something else has happened.
		 */
		ANSWER_HELD

	}

	private final String method;

	private final Pattern path;

	private final Pattern next;

	private final Moment moment;

	private final Runnable then;

	private final AtomicBoolean free = new AtomicBoolean(true);

	private final CountDownLatch over = new CountDownLatch(1);

	private volatile String struck = "";

	private volatile boolean done;

	private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

	/**
	 * A fault that strikes once.
	 * @param then what happens at that moment, such as a kill
	 */
	Fault(Step step, Moment moment, Runnable then) {
		this(step.method(), step.path(), step.next(), moment, then);
	}

	/**
	 * A fault of a call that is no step of an order.
	 * @param path a pattern
	 */
	Fault(String method, String path, Moment moment, Runnable then) {
		this(method, path, "", moment, then);
	}

	private Fault(String method, String path, String next, Moment moment, Runnable then) {
		this.method = method;
		this.path = Pattern.compile(path);
		this.next = Pattern.compile(next);
		this.moment = moment;
		this.then = then;
	}

	Moment moment() {
		return this.moment;
	}

	/** Whether it strikes this request; no other any more. */
	boolean strikes(String requestedMethod, String requested) {
		boolean strikes = requestedMethod.equals(this.method) && this.path.matcher(requested).matches()
				&& this.free.compareAndSet(true, false);
		if (strikes) {
			this.struck = requested;
		}
		return strikes;
	}

	/** The path of the request that it has struck. */
	String struck() {
		return this.struck;
	}

	/** Whether who asks for this has the answer of the request that was struck. */
	boolean isFollowedBy(String requested) {
		return this.next.matcher(requested).matches();
	}

	/** The next one is struck instead. */
	void comesLater() {
		this.free.set(true);
	}

	/** Does what it is armed with; what fails there, fails the test. */
	void strike() {
		try {
			this.then.run();
			this.done = true;
		}
		catch (RuntimeException | AssertionError ex) {
			failed(ex);
		}
	}

	void failed(Throwable cause) {
		this.failure.compareAndSet(null, cause);
	}

	/** The proxy has done with it. */
	void isOver() {
		this.over.countDown();
	}

	/** Insists that it has struck, and exactly so. */
	void awaitStruck(int seconds) throws InterruptedException {
		if (!this.over.await(seconds, TimeUnit.SECONDS)) {
			throw new AssertionError("Nothing came that could be struck at " + this.path);
		}
		if (this.failure.get() != null) {
			throw new AssertionError("The fault at " + this.path + " failed", this.failure.get());
		}
		if (!this.done) {
			throw new AssertionError("The fault at " + this.path + " did not come to its moment");
		}
	}

}
