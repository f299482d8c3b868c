package kz.duken.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What runs where, as {@code topology.json} in the home folder tells it to people and
 * tests, and to the next launcher if this one is killed. The file holds passwords and is
 * its owner's alone. There is none while the store is stopped.
 *
 * @param state {@code STARTING}, {@code READY} or {@code STOPPING}
 * @param url the gateway's address
 * @param supervisor who owns all other processes
 * @param processes all others, PostgreSQL among them
 * @param database where the data are, and who may ask for them
 * @param registry where the registry is, and who may ask it
 */
public record Topology(State state, String url, Member supervisor, List<Member> processes, Database database,
		Registry registry) {

	/** How far the store is. */
	public enum State {

		STARTING, READY, STOPPING

	}

	/**
	 * One process.
	 *
	 * @param name unique in the store, such as {@code order-service-2}
	 * @param application what it runs, such as {@code order-service}
	 * @param pid its number
	 * @param startedAt when it started: a number is given again, number and time are not
	 * @param sinceBoot the same as the machine's ticks since it was started, which no
	 * setting of the clock changes; null where there is no Linux to tell
	 * @param port where it answers, on 127.0.0.1; null before it is known
	 * @param managementPort where its actuators answer; null for those that have none
	 * @param log its log file
	 */
	public record Member(String name, String application, long pid, Instant startedAt, @Nullable Long sinceBoot,
			@Nullable Integer port, @Nullable Integer managementPort, String log) {

		private static final long CLOCK_STEPS_SECONDS = 5;

		// of /proc/<pid>/stat, behind the name, which may hold anything
		private static final int START_TIME = 19;

		static Member of(String name, String application, ProcessHandle process, @Nullable Integer port,
				@Nullable Integer managementPort, Path log) {
			return new Member(name, application, process.pid(), startOf(process), sinceBoot(process.pid()), port,
					managementPort, log.toString());
		}

		/**
		 * The process, if it still runs and is not somebody else under the same number.
		 */
		Optional<ProcessHandle> process() {
			return ProcessHandle.of(this.pid).filter(ProcessHandle::isAlive).filter(this::isSame);
		}

		private boolean isSame(ProcessHandle process) {
			Long now = sinceBoot(process.pid());
			if (this.sinceBoot != null && now != null) {
				return this.sinceBoot.equals(now);
			}
			return Math.abs(startOf(process).getEpochSecond() - this.startedAt.getEpochSecond()) <= CLOCK_STEPS_SECONDS;
		}

		private static @Nullable Long sinceBoot(long pid) {
			try {
				String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
				return Long.valueOf(status.substring(status.lastIndexOf(')') + 2).split(" ", -1)[START_TIME]);
			}
			catch (IOException ex) {
				return null;
			}
		}

		private static Instant startOf(ProcessHandle process) {
			return process.info().startInstant().orElse(Instant.EPOCH);
		}

	}

	/**
	 * The database {@code duken}.
	 *
	 * @param url its JDBC address
	 * @param roles passwords by role
	 */
	public record Database(String url, Map<String, String> roles) {
	}

	/**
	 * Eureka.
	 *
	 * @param url its address, without credentials
	 * @param username who may ask it
	 * @param password his password
	 */
	public record Registry(String url, String username, String password) {
	}

	/** Reads the file of a running store. */
	public static Topology read(Path file) {
		return Json.read(file, Topology.class);
	}

	void write(Path file) {
		PrivateFile.write(file, Json.write(this));
	}

	/** The supervisor and all others. */
	List<Member> members() {
		List<Member> members = new ArrayList<>(List.of(this.supervisor));
		members.addAll(this.processes);
		return members;
	}

}
