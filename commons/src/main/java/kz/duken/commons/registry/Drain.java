package kz.duken.commons.registry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaAutoServiceRegistration;
import org.springframework.context.SmartLifecycle;

/**
 * The first thing that a stopping service does: it leaves the registry and goes on
 * serving until nobody can be left who still knows its address. Only then does the web
 * server close, gracefully.
 */
class Drain implements SmartLifecycle {

	private final EurekaAutoServiceRegistration registration;

	private final Duration time;

	private volatile boolean running;

	Drain(EurekaAutoServiceRegistration registration, Duration time) {
		this.registration = registration;
		this.time = time;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop(Runnable done) {
		this.running = false;
		this.registration.stop();
		CompletableFuture.delayedExecutor(this.time.toMillis(), TimeUnit.MILLISECONDS).execute(done);
	}

	@Override
	public void stop() {
		this.running = false;
		this.registration.stop();
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
