package kz.duken.commons.registry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.context.SmartLifecycle;

/**
 * The first thing that a stopping service does is to go on serving for a while: the
 * registry is told at the very beginning of the stop (by Spring Cloud, when the context
 * begins to close), and the others need some seconds to hear of it. Only then does the
 * web server close, gracefully.
 */
class Drain implements SmartLifecycle {

	private final Duration time;

	private volatile boolean running;

	Drain(Duration time) {
		this.time = time;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop(Runnable done) {
		this.running = false;
		CompletableFuture.delayedExecutor(this.time.toMillis(), TimeUnit.MILLISECONDS).execute(done);
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Stopped before all others, the web server among them. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
