package kz.duken.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How Java processes are started here: small ones, which a terminal's Ctrl-C does not
 * reach.
 */
final class Jvm {

	/** The launcher itself has little to do. The script {@code duken} names the same. */
	private static final List<String> LAUNCHER = List.of("-Xmx32m", "-Xms6m", "-Xmn2m", "-XX:+UseSerialGC",
			"-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

	// Ctrl-C goes to all processes of a terminal at once, but they shall stop one after
	// the other: what is ignored at the start stays ignored
	private static final List<String> DEAF = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

	private static final List<String> MISLEADING = List.of("SPRING_", "SERVER_", "MANAGEMENT_", "EUREKA_", "DUKEN_",
			"LOGGING_", "JDK_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS", "JAVA_TOOL_OPTIONS", "CLASSPATH");

	private Jvm() {
	}

	/** The Java that runs the launcher. */
	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/**
	 * Flags of an application: the same for training its cache as for running. The heap
	 * begins small, has a small nursery and grows by little: memory counts for more here
	 * than the collector's time. But two password hashes at once hold 32 MiB of small
	 * pieces, and with a nursery that cannot hold them every other hash had the whole
	 * heap collected. What is free beside the heap is given back every 10 s.
	 */
	static List<String> flags(Application application, Home home) {
		boolean hashes = application == Application.CUSTOMER;
		return List.of(hashes ? "-Xms64m" : "-Xms24m", hashes ? "-Xmn48m" : "-Xmn12m",
				"-Xmx" + application.heap() + "m", "-XX:MinHeapFreeRatio=15", "-XX:MaxHeapFreeRatio=30", "-Xss512k",
				"-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1",
				"-XX:ReservedCodeCacheSize=48m", "-XX:TrimNativeHeapInterval=10000", "-XX:+ExitOnOutOfMemoryError",
				Leftovers.mark(home));
	}

	/**
	 * The command line of the launcher with other arguments, detached from the terminal.
	 */
	static List<String> launcher(List<String> arguments) {
		List<String> command = new ArrayList<>(LAUNCHER);
		command.add("-Dduken.project=" + System.getProperty("duken.project"));
		command.add("-Dduken.since=" + System.getProperty("duken.since"));
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), Duken.class.getName()));
		command.addAll(arguments);
		return command;
	}

	/**
	 * Starts {@code java} with arguments and additional environment, its output appended
	 * to a file. Settings that the user's shell may have for other programs are kept from
	 * it.
	 */
	static Process start(List<String> arguments, Map<String, String> environment, Path log) {
		List<String> command = new ArrayList<>(DEAF);
		command.add(java());
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectInput(Path.of("/dev/null").toFile())
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		builder.environment().keySet().removeIf((name) -> MISLEADING.stream().anyMatch(name::startsWith));
		builder.environment().putAll(environment);
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new Refusal("A process could not be started: " + ex.getMessage(), ex);
		}
	}

}
