package kz.duken.gateway;

import java.time.Duration;
import java.util.Objects;

import jakarta.servlet.ServletRequest;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestAttributes;

/**
 * The end of the time that a request may take. The client's own timeouts begin anew with
 * every byte; this one cuts the call to the service off wherever it is.
 */
final class Deadline implements Runnable {

	private static final String ATTRIBUTE = Deadline.class.getName();

	private final Duration time;

	private volatile boolean over;

	private volatile @Nullable Cancellable call;

	Deadline(Duration time) {
		this.time = time;
	}

	static Deadline of(ServletRequest request) {
		return (Deadline) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
	}

	static Deadline of(RequestAttributes request) {
		return (Deadline) Objects.requireNonNull(request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
	}

	void keepIn(ServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	/** Makes the call end with the time; it replaces the one before. */
	void endsWith(Cancellable next) {
		this.call = next;
		if (this.over) {
			next.cancel();
		}
	}

	/** All the time that the request has, from its beginning. */
	Duration time() {
		return this.time;
	}

	boolean isOver() {
		return this.over;
	}

	/** The time is over. */
	@Override
	public void run() {
		this.over = true;
		Cancellable current = this.call;
		if (current != null) {
			current.cancel();
		}
	}

}
