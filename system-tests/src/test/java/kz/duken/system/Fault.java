package kz.duken.system;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

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

		/** The answer is on its way to the caller, who has not written it down yet. */
		ANSWERED,

		/** The request waits for longer than the caller does, and is delivered then. */
		DELAYED,

		/** The request is delivered twice; the second answer counts. */
		DUPLICATED,

		/** The request is lost for the caller, and delivered when somebody says so. */
		LATE

	}

	private final Pattern path;

	private final Moment moment;

	private final Runnable then;

	private final AtomicBoolean free = new AtomicBoolean(true);

	private final CountDownLatch hit = new CountDownLatch(1);

	/**
	 * A fault that strikes once.
	 * @param path of the {@code PUT} that it is meant for
	 * @param then what happens at that moment, such as a kill
	 */
	Fault(String path, Moment moment, Runnable then) {
		this.path = Pattern.compile(path);
		this.moment = moment;
		this.then = then;
	}

	Moment moment() {
		return this.moment;
	}

	/** Whether it strikes this request; no other any more. */
	boolean strikes(String method, String requested) {
		return method.equals("PUT") && this.path.matcher(requested).matches() && this.free.compareAndSet(true, false);
	}

	void strike() {
		this.then.run();
		this.hit.countDown();
	}

	/** Waits until it has struck. */
	boolean hasStruck(int seconds) throws InterruptedException {
		return this.hit.await(seconds, TimeUnit.SECONDS);
	}

}
