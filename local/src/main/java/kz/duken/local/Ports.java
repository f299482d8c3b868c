package kz.duken.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on loopback. */
final class Ports {

	// below the range from which clients' sockets get theirs: nobody takes the port of an
	// application while it is being restarted
	private static final int FIRST = 20_000;

	private static final int LAST = 31_999;

	private Ports() {
	}

	/**
	 * Different ports that nobody listens on now.
	 * @param promised ports that somebody will listen on
	 */
	static List<Integer> free(int count, Integer... promised) {
		Set<Integer> taken = Set.of(promised);
		Set<Integer> found = new LinkedHashSet<>();
		for (int attempts = 0; found.size() < count; attempts++) {
			if (attempts > 50 * count) {
				throw new Refusal("There are no free ports between %d and %d".formatted(FIRST, LAST));
			}
			int candidate = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
			if (!taken.contains(candidate) && isFree(candidate)) {
				found.add(candidate);
			}
		}
		return List.copyOf(found);
	}

	static boolean isFree(int port) {
		try {
			listen(port);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Refuses a port on which somebody listens, and says who if that can be seen; and one
	 * on which this user may not.
	 */
	static void checkFree(int port) {
		try {
			listen(port);
		}
		catch (IOException ex) {
			throw refusal(port, ex);
		}
	}

	private static void listen(int port) throws IOException {
		try (ServerSocket socket = new ServerSocket()) {
			socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
		}
	}

	static Refusal refusal(int port, IOException failure) {
		if (failure instanceof BindException && String.valueOf(failure.getMessage()).contains("Permission denied")) {
			return new Refusal(
					"Port %d is for the administrator of this machine alone: choose one above 1023 with --port"
						.formatted(port));
		}
		String owner = PortOwner.of(port)
			.map((process) -> " by %s (pid %d)"
				.formatted(process.info().command().orElse("somebody").replaceFirst(".*/", ""), process.pid()))
			.orElse("");
		return new Refusal("Port %d is in use%s: stop that, or choose another with --port".formatted(port, owner));
	}

}
