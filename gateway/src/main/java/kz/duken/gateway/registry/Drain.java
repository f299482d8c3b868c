package kz.duken.gateway.registry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps serving for a while after the registry has been told that this instance goes. It
 * is told when the context begins to close, before any lifecycle bean stops; this bean is
 * in the first phase that stops, and holds up the phases behind it, the web server's
 * among them, until those who call have learnt of it. It needs a
 * {@code spring.lifecycle.timeout-per-shutdown-phase} that is longer.
 */
@Component
class Drain implements SmartLifecycle {

	private final Duration time;

	private volatile boolean running;

	Drain(@Value("${duken.drain}") Duration time) {
		this.time = time;
	}

	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop(Runnable drained) {
		this.running = false;
		CompletableFuture.delayedExecutor(this.time.toMillis(), TimeUnit.MILLISECONDS).execute(drained);
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
