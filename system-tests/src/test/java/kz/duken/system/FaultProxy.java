package kz.duken.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * Stands before an instance of a service, which registers under its address. It passes on
 * what comes, until a {@link Fault} is armed. Nobody can connect to it while its instance
 * is dead, as nobody could to the instance.
 */
final class FaultProxy {

	private static final int BACKLOG = 4000;

	private static final Duration ROUND = Duration.ofMillis(50);

	private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

	private final String name;

	private final InetSocketAddress address;

	private final List<Fault> armed = new CopyOnWriteArrayList<>();

	private final Queue<HttpRequest> kept = new ConcurrentLinkedQueue<>();

	private final AtomicLong requests = new AtomicLong();

	private volatile @Nullable Gate gate;

	private @Nullable HttpServer server;

	private @Nullable ProcessHandle process;

	private volatile int target;

	private FaultProxy(String name, InetSocketAddress address) {
		this.name = name;
		this.address = address;
	}

	/** One on a free port, before an instance that may be started later. */
	static FaultProxy before(String name) {
		var proxy = new FaultProxy(name, new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort()));
		Thread.ofPlatform().daemon().name("before " + name).start(() -> {
			while (true) {
				proxy.watch();
				LockSupport.parkNanos(ROUND.toNanos());
			}
		});
		return proxy;
	}

	// below the ports that clients' sockets get: nobody takes it while it is closed
	private static int freePort() {
		while (true) {
			int port = ThreadLocalRandom.current().nextInt(10_000, 20_000);
			try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				// somebody has it
			}
		}
	}

	int port() {
		return this.address.getPort();
	}

	/** How many requests have come so far. */
	long requests() {
		return this.requests.get();
	}

	/**
	 * While its instance is dead: how many want to connect within this time. They are
	 * sent away.
	 */
	int callersWithin(Duration time) {
		Instant end = Instant.now().plus(time);
		int callers = 0;
		try (var door = new ServerSocket(this.address.getPort(), BACKLOG, this.address.getAddress())) {
			while (Instant.now().isBefore(end)) {
				door.setSoTimeout(Math.max(1, (int) Duration.between(Instant.now(), end).toMillis()));
				door.accept().close();
				callers++;
			}
		}
		catch (SocketTimeoutException ex) {
			// nobody else has come
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return callers;
	}

	/** The next request that it is meant for is struck. */
	void arm(Fault fault) {
		this.armed.add(fault);
	}

	/**
	 * The next requests for a step wait for each other before they are passed on.
	 * @return where they wait, which tells whether they have met
	 */
	Gate gather(Step step, int count) {
		Gate meeting = new Gate(step, count);
		this.gate = meeting;
		return meeting;
	}

	void disarm() {
		this.armed.clear();
		this.gate = null;
	}

	/**
	 * Delivers what was kept as {@link Fault.Moment#LATE}.
	 * @return what was answered
	 */
	List<Integer> deliverLate() throws IOException, InterruptedException {
		List<Integer> answers = new ArrayList<>();
		for (HttpRequest late = this.kept.poll(); late != null; late = this.kept.poll()) {
			answers.add(Relay.deliver(late).statusCode());
		}
		return answers;
	}

	private void watch() {
		try {
			if (this.server == null) {
				Optional<Processes.Instance> instance = Processes.instance(this.name).filter(FaultProxy::accepts);
				if (instance.isPresent()) {
					this.process = instance.get().process();
					this.target = instance.get().port();
					this.server = open();
				}
			}
			else if (this.process == null || !Processes.runs(this.process)) {
				this.server.stop(0);
				this.server = null;
			}
		}
		catch (IOException | RuntimeException ex) {
			// the next round finds it otherwise
		}
	}

	private static boolean accepts(Processes.Instance instance) {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), instance.port())) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private HttpServer open() throws IOException {
		HttpServer opened = HttpServer.create(this.address, BACKLOG);
		opened.createContext("/", this::handle);
		opened.setExecutor(THREADS);
		opened.start();
		return opened;
	}

	private void handle(HttpExchange exchange) {
		String path = exchange.getRequestURI().getRawPath();
		this.requests.incrementAndGet();
		try (exchange) {
			HttpRequest request = Relay.request(exchange, this.target);
			Freeze freeze = Freeze.on(exchange.getRequestMethod(), path);
			if (freeze != null) {
				freeze.hold(path);
				return;
			}
			Gate meeting = this.gate;
			if (meeting != null) {
				meeting.pass(exchange.getRequestMethod(), path);
			}
			Optional<Fault> fault = this.armed.stream()
				.filter((one) -> one.strikes(exchange.getRequestMethod(), path))
				.findFirst();
			if (fault.isPresent()) {
				new Mishap(exchange, request, this.kept::add).happen(fault.get());
			}
			else {
				Relay.answer(exchange, Relay.deliver(request));
			}
		}
		catch (IOException ex) {
			// whoever asked finds out by the connection
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
