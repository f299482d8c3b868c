package kz.duken.product.feed;

import kz.duken.commons.problem.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again and again. Its failure is told once, and so is its recovery.
 */
public final class Background implements Runnable {

	private static final Logger log = LoggerFactory.getLogger(Background.class);

	private final String name;

	private final Runnable work;

	private boolean failing;

	/**
	 * Names the work.
	 * @param name for the log, such as {@code "The feed of offers"}
	 */
	public Background(String name, Runnable work) {
		this.name = name;
		this.work = work;
	}

	@Override
	public void run() {
		try {
			this.work.run();
			if (this.failing) {
				this.failing = false;
				log.info("{} goes on", this.name);
			}
		}
		catch (Unavailable ex) {
			failed(String.valueOf(ex.getMessage()), null);
		}
		// whatever it is, the next turn comes
		catch (RuntimeException ex) {
			failed("it failed", ex);
		}
	}

	private void failed(String why, @Nullable RuntimeException ex) {
		if (!this.failing) {
			this.failing = true;
			log.warn("{} is tried again and again: {}", this.name, why, ex);
		}
	}

}
