package kz.duken.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who listens on a port, as far as Linux tells it: /proc/net/tcp names the socket, and
 * the owner has it among his open files.
 */
final class PortOwner {

	private static final String LISTENING = "0A";

	private PortOwner() {
	}

	static Optional<ProcessHandle> of(int port) {
		try {
			Set<String> sockets = sockets(port);
			return ProcessHandle.allProcesses().filter((process) -> hasOneOf(sockets, process)).findFirst();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static Set<String> sockets(int port) throws IOException {
		Set<String> sockets = new HashSet<>();
		for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
			for (String line : Files.readAllLines(Path.of(table))) {
				String[] column = line.strip().split("\\s+", -1);
				if (column.length > 9 && column[3].equals(LISTENING) && column[1].endsWith(":%04X".formatted(port))) {
					sockets.add("socket:[" + column[9] + "]");
				}
			}
		}
		return sockets;
	}

	private static boolean hasOneOf(Set<String> sockets, ProcessHandle process) {
		try (DirectoryStream<Path> files = Files
			.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
			for (Path file : files) {
				if (Files.isSymbolicLink(file) && sockets.contains(Files.readSymbolicLink(file).toString())) {
					return true;
				}
			}
			return false;
		}
		catch (IOException ex) {
			// it has ended, or is not ours to look into
			return false;
		}
	}

}
