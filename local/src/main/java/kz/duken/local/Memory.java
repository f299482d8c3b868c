package kz.duken.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Resident memory of processes, in bytes, as Linux counts it; elsewhere it is unknown, 0.
 */
final class Memory {

	private Memory() {
	}

	/** All resident pages, those that it shares with others too. */
	static long resident(ProcessHandle process) {
		return kilobytes(process, "status", "VmRSS:") * 1024;
	}

	/** Each page counted once, however many of these processes share it. */
	static long together(List<ProcessHandle> processes) {
		return processes.stream().mapToLong((process) -> kilobytes(process, "smaps_rollup", "Pss:") * 1024).sum();
	}

	static String megabytes(long bytes) {
		return "%d MB".formatted(bytes / (1024 * 1024));
	}

	private static long kilobytes(ProcessHandle process, String file, String field) {
		try {
			return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file))
				.stream()
				.filter((line) -> line.startsWith(field))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElse(0);
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
