package kz.duken.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the proof bites: with each {@link Flaw} put into it, one by one, the store must
 * fail the tests that are to find it; without any, it must pass them. Only in the copy of
 * the store that {@code system-tests/teeth} makes.
 */
@EnabledIfSystemProperty(named = "flaws", matches = ".+")
class TeethProof {

	private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));

	private static final Path WORK = ROOT.resolve("system-tests/target/teeth");

	private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

	private static final Duration LONGEST_START = Duration.ofMinutes(5);

	/** The registry and its readers look every 2 s, breakers are open for some. */
	private static final Duration UNTIL_ALL_KNOW = Duration.ofSeconds(6);

	private static final TreeMap<String, String> ROWS = new TreeMap<>();

	/** Which service runs with a flaw, that of the test before perhaps. */
	private static Optional<String> flawed = Optional.empty();

	static List<Flaw> flaws() {
		return Flaw.of(ROOT.resolve("system-tests/src/teeth"))
			.stream()
			.filter((flaw) -> flaw.name().matches(System.getProperty("flaws")))
			.sorted(Comparator.comparing((flaw) -> flaw.service().orElse("")))
			.toList();
	}

	@BeforeAll
	static void allIsWellWithoutAFlaw() throws Exception {
		Files.createDirectories(WORK);
		Store.up();
		Pristine.keep();
		for (String service : flaws().stream().flatMap((flaw) -> flaw.service().stream()).distinct().toList()) {
			Files.copy(program(service), kept(service), StandardCopyOption.REPLACE_EXISTING);
			restart(service);
		}
		List<String> tests = flaws().stream().flatMap((flaw) -> flaw.tests().stream()).distinct().toList();
		String cells = flaws().stream()
			.map(Flaw::cells)
			.filter((some) -> !some.isEmpty())
			.distinct()
			.collect(Collectors.joining("|"));
		asInTheBeginning();
		assertThat(bite(tests, cells)).as("what fails without a flaw").isEmpty();
	}

	@ParameterizedTest
	@MethodSource("flaws")
	void isFound(Flaw flaw) throws Exception {
		Instant begin = Instant.now();
		ROWS.put(flaw.name(), "NOTHING");
		asInTheBeginning();
		if (flawed.isPresent() && !flawed.equals(flaw.service())) {
			replace(flawed.get(), kept(flawed.get()));
			flawed = Optional.empty();
		}
		for (String guard : flaw.without()) {
			Pristine.take(guard);
		}
		try {
			if (flaw.service().isPresent()) {
				patch(flaw);
				run(flaw, "mvn", "-B", "-ntp", "-o", "-q", "package", "-pl", flaw.service().get(), "-am",
						"-Dmaven.test.skip=true", "-Dspring-javaformat.validate.skip=true");
				run(flaw, JAVA, "-Djarmode=tools", "-jar", jar(flaw.service().get()).toString(), "extract", "--force",
						"--destination", WORK.resolve("flawed").toString());
				flawed = flaw.service();
				replace(flaw.service().get(), WORK.resolve("flawed").resolve(flaw.service().get() + ".jar"));
			}
			Optional<String> bite = bite(flaw.tests(), flaw.cells());
			assertThat(bite).as(flaw.breaks()).isPresent();
			ROWS.put(flaw.name(), bite.get());
		}
		finally {
			Report.line("| %s | %s | %d s |".formatted(flaw, ROWS.get(flaw.name()),
					Duration.between(begin, Instant.now()).toSeconds()));
			if (flaw.service().isPresent()) {
				patch(flaw, "-R");
			}
		}
	}

	private static void asInTheBeginning() throws SQLException {
		Pristine.restore();
		Bystander.isForgotten();
	}

	private static void patch(Flaw flaw, String... how) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of("patch", "-p1", "-s", "--no-backup-if-mismatch", "-i", flaw.patch().toString()));
		command.addAll(List.of(how));
		run(flaw, command.toArray(String[]::new));
	}

	/** Runs tests in the store that is up. */
	private static Optional<String> bite(List<String> tests, String cells) throws IOException {
		System.setProperty("cells", cells);
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		long logged = Files.size(ROOT.resolve("system-tests/target/duken.log"));
		LauncherFactory.create()
			.execute(LauncherDiscoveryRequestBuilder.request()
				.selectors(tests.stream().map(TeethProof::selector).toList())
				.build(), listener);
		TestExecutionSummary summary = listener.getSummary();
		assertThat(summary.getTestsStartedCount()).as("tests of " + tests + " " + cells)
			.isGreaterThanOrEqualTo(tests.size());
		return summary.getFailures()
			.stream()
			.findFirst()
			.map((failure) -> failure.getTestIdentifier().getLegacyReportingName() + ": "
					+ words(said(failure.getException()), 200) + audited(logged));
	}

	private static String said(Throwable failure) {
		return (failure.getMessage() != null) ? failure.getMessage() : failure.toString();
	}

	private static DiscoverySelector selector(String test) {
		String name = TeethProof.class.getPackageName() + "." + test;
		return test.contains("#") ? DiscoverySelectors.selectMethod(name) : DiscoverySelectors.selectClass(name);
	}

	/** What the audit has found broken since. */
	private static String audited(long logged) {
		try {
			String log = Files.readString(ROOT.resolve("system-tests/target/duken.log")).substring((int) logged);
			return log.lines()
				.filter((line) -> line.startsWith("BROKEN"))
				.map((line) -> line.replaceFirst("BROKEN +\\d+ +(.*), such as .*", "$1"))
				.min(Comparator.naturalOrder())
				.map((rule) -> "; audit: " + rule)
				.orElse("");
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static String words(String text, int most) {
		String line = text.replaceAll("\\s+", " ").replace('|', '/').strip();
		return line.substring(0, Math.min(line.length(), most));
	}

	/**
	 * Kills it; the launcher starts what stands in its place. Then waits until everybody
	 * knows that it is back: nothing of this may be taken for a bite.
	 */
	private static void restart(String service) {
		ProcessHandle old = Store.process(service);
		Store.signal("KILL", old);
		Awaitility.await()
			.atMost(LONGEST_START)
			.until(() -> Processes.isWell() && Store.process(service).pid() != old.pid());
		Awaitility.await().pollDelay(UNTIL_ALL_KNOW).until(Processes::isWell);
	}

	private static Path jar(String service) {
		return ROOT.resolve(service).resolve("target").resolve(service + ".jar");
	}

	private static Path kept(String service) {
		return WORK.resolve(service + ".jar");
	}

	/** Runs other classes of a service; what it needs from others stays as it is. */
	private static void replace(String service, Path program) throws IOException {
		Path fresh = Files.copy(program, WORK.resolve("fresh.jar"), StandardCopyOption.REPLACE_EXISTING);
		Files.move(fresh, program(service), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		restart(service);
	}

	/** What the store runs a service from. */
	private static Path program(String service) throws IOException {
		try (Stream<Path> unpacked = Files.list(Store.HOME.resolve("aot"))) {
			List<Path> programs = unpacked.map((folder) -> folder.resolve(service + ".jar"))
				.filter(Files::exists)
				.toList();
			assertThat(programs).hasSize(1);
			return programs.getFirst();
		}
	}

	private static void run(Flaw flaw, String... command) throws IOException, InterruptedException {
		Path log = WORK.resolve(flaw.name() + ".log");
		int status = new ProcessBuilder(command).directory(ROOT.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start()
			.waitFor();
		assertThat(status).as("%s in %s, see %s", List.of(command), flaw, log).isZero();
	}

	@AfterAll
	static void table() throws IOException {
		List<String> lines = new ArrayList<>(List.of("| what breaks | the flaw | what found it |", "|---|---|---|"));
		for (Flaw flaw : flaws()) {
			lines.add("| %s | [%s](../system-tests/src/teeth/%2$s.patch) | %s |".formatted(flaw.breaks(), flaw.name(),
					ROWS.getOrDefault(flaw.name(), "not tried")));
		}
		Files.write(WORK.resolve("table.md"), lines);
	}

}
