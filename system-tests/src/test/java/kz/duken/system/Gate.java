package kz.duken.system;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Where requests wait for each other, so that they come at the same moment. */
final class Gate {

	/** Less than a caller waits for its answer. */
	private static final int LONGEST_MILLIS = 1500;

	private final String method;

	private final Pattern path;

	private final CountDownLatch missing;

	private volatile boolean left;

	Gate(Step step, int count) {
		this.method = step.method();
		this.path = Pattern.compile(step.path());
		this.missing = new CountDownLatch(count);
	}

	/** Waits until as many have come as should; who is meant by it, and not too long. */
	void pass(String requestedMethod, String requested) throws InterruptedException {
		if (requestedMethod.equals(this.method) && this.path.matcher(requested).matches()) {
			this.missing.countDown();
			if (!this.missing.await(LONGEST_MILLIS, TimeUnit.MILLISECONDS)) {
				this.left = true;
			}
		}
	}

	/** Whether as many as should were here together: nobody went on alone. */
	boolean haveAllMet() {
		return this.missing.getCount() == 0 && !this.left;
	}

}
