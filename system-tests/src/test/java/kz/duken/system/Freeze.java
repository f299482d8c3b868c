package kz.duken.system;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * While an order is frozen, what is asked of the services for it waits at the proxies,
 * and is lost when the order thaws: whoever is alive then asks again.
 */
final class Freeze implements AutoCloseable {

	private static final Pattern ORDER = Pattern
		.compile("/internal/(?:carts/[^/]+/orders|[a-z]+)/([0-9a-f-]{36})\\b.*");

	private static final Map<String, Freeze> FROZEN = new ConcurrentHashMap<>();

	private static final int LONGEST_SECONDS = 60;

	private final String id;

	private final List<String> held = new CopyOnWriteArrayList<>();

	private final CountDownLatch thawed = new CountDownLatch(1);

	private Freeze(String id) {
		this.id = id;
	}

	/** Freezes the order that a request is about. */
	static Freeze of(String path) {
		var freeze = new Freeze(idIn(path));
		FROZEN.put(freeze.id, freeze);
		return freeze;
	}

	/** The order's id; that of the customer where the cart is only read. */
	static String idIn(String path) {
		Matcher matcher = ORDER.matcher(path);
		if (!matcher.matches()) {
			throw new AssertionError("No order is named in " + path);
		}
		return matcher.group(1);
	}

	/** The freeze of this request's order, if it is frozen. */
	static @Nullable Freeze on(String method, String path) {
		return (FROZEN.isEmpty() || !method.equals("PUT") || !ORDER.matcher(path).matches()) ? null
				: FROZEN.get(idIn(path));
	}

	/** Keeps a request until the order thaws; then it is lost. */
	void hold(String path) throws InterruptedException {
		this.held.add(path);
		this.thawed.await(LONGEST_SECONDS, TimeUnit.SECONDS);
	}

	List<String> held() {
		return this.held;
	}

	@Override
	public void close() {
		FROZEN.remove(this.id, this);
		this.thawed.countDown();
	}

}
