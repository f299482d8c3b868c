package kz.duken.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The launcher as its user meets it, with stubs in the place of the applications. All
 * tests share a store, in an order in which it seldom has to be started.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoreLifeTests {

	@TempDir
	static Path project;

	static int port;

	@BeforeAll
	static void buildStubs() throws IOException {
		port = Ports.free(1).getFirst();
		for (Application application : Application.values()) {
			Path target = Files.createDirectories(project.resolve(application.title()).resolve("target"));
			writeStub(target.resolve(application.title() + ".jar"));
		}
	}

	@AfterAll
	static void takeDown() throws Exception {
		duken("down");
		assertThat(ours()).isEmpty();
	}

	@Test
	@Order(7)
	void aStoreComesUpAndGoesDownWithoutATrace() throws Exception {
		beDown();

		Outcome up = up("--scale=order-service=2");

		assertThat(up.status()).isZero();
		assertThat(up.output()).contains("first answers", "The store is ready", "http://localhost:" + port)
			.doesNotContain("demo-admin-1");
		assertThat(topology().processes()).extracting(Topology.Member::name)
			.contains("postgresql", "discovery", "order-service", "order-service-2", "gateway");
		assertThat(duken("ps").output()).contains("order-service-2").doesNotContain("not ready", "dead");
		assertThat(duken("logs", "cart-service").output()).startsWith("Ready on port");
		assertThat(duken("down").output()).contains("The store has stopped.");
		assertThat(ours()).isEmpty();
		assertThat(duken("ps").output()).contains("The store is not running.");
	}

	@Test
	@Order(2)
	void aKilledApplicationComesBackOnItsPort() throws Exception {
		beUp();
		Topology.Member killed = member("cart-service");

		killed.process().orElseThrow().destroyForcibly();

		waitUntil(() -> member("cart-service").pid() != killed.pid());
		assertThat(member("cart-service").port()).isEqualTo(killed.port());
	}

	@Test
	@Order(3)
	void aKilledDatabaseComesBackOnItsPort() throws Exception {
		beUp();
		Topology.Member killed = member("postgresql");

		killed.process().orElseThrow().destroyForcibly();

		waitUntil(() -> topology().processes()
			.stream()
			.anyMatch((member) -> member.name().equals("postgresql") && member.pid() != killed.pid()));
		assertThat(member("postgresql").port()).isEqualTo(killed.port());
	}

	@Test
	@Order(4)
	void whatAKilledLauncherLeftIsTakenOverByTheNext() throws Exception {
		beUp();
		Topology left = topology();
		left.supervisor().process().orElseThrow().destroyForcibly();
		waitUntil(() -> left.supervisor().process().isEmpty());

		Outcome next = up();

		assertThat(next.output()).contains("processes that a killed launcher had left");
		assertThat(next.status()).isZero();
		assertThat(left.processes()).noneMatch((member) -> member.process().isPresent());
	}

	@Test
	@Order(1)
	void aSecondStartIsToldThatTheStoreRuns() throws Exception {
		beUp();

		Outcome second = up();

		assertThat(second.status()).isNotZero();
		assertThat(second.output()).startsWith("duken: A store is already running").hasLineCount(1);
		assertThat(duken("ps").output()).contains("ready");
	}

	@Test
	@Order(6)
	void anApplicationThatDoesNotStartIsNamedWithItsLog() throws Exception {
		beDown();
		Path broken = project.resolve("cart-service/target/cart-service.jar");
		writeJar(broken, "kz.duken.Nobody");

		Outcome up = up();
		writeStub(broken);

		assertThat(up.status()).isEqualTo(1);
		assertThat(up.output()).containsPattern("duken: cart-service does not start, .*/cart-service\\.log\n");
		assertThat(ours()).isEmpty();
	}

	@Test
	@Order(5)
	void resetForgetsEverything() throws Exception {
		beUp();

		assertThat(duken("reset").status()).isNotZero();
		assertThat(duken("reset", "-y").status()).isZero();
		assertThat(ours()).isEmpty();
		assertThat(home().data()).doesNotExist();
	}

	private static void beUp() throws Exception {
		if (!Files.exists(home().topology())) {
			assertThat(up().status()).isZero();
		}
	}

	private static void beDown() throws Exception {
		duken("down");
		assertThat(ours()).isEmpty();
	}

	private record Outcome(int status, String output) {
	}

	private static Outcome up(String... more) throws Exception {
		List<String> arguments = new ArrayList<>(List.of("up", "-d", "--no-demo", "--no-aot", "--port=" + port));
		arguments.addAll(Arrays.asList(more));
		return duken(arguments.toArray(String[]::new));
	}

	private static Outcome duken(String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of(Jvm.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-Dduken.project=" + project, "-cp", System.getProperty("java.class.path"), Duken.class.getName()));
		command.addAll(Arrays.asList(arguments));
		Path said = Files.createTempFile(project, "said", ".txt");
		Process duken = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
		duken.getOutputStream().close();
		assertThat(duken.waitFor(2, TimeUnit.MINUTES)).isTrue();
		return new Outcome(duken.exitValue(), Files.readString(said));
	}

	private static Home home() {
		return new Home(project.resolve(".duken"));
	}

	private static Topology topology() {
		return Topology.read(home().topology());
	}

	private static Topology.Member member(String name) {
		return topology().processes().stream().filter((member) -> member.name().equals(name)).findFirst().orElseThrow();
	}

	/** Whatever runs with something of this store on its command line, or on its data. */
	private static List<String> ours() {
		return ProcessHandle.allProcesses()
			.map((process) -> process.info().commandLine().orElse(""))
			.filter((command) -> command.contains(project + "/"))
			.toList();
	}

	private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
		long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).isLessThan(deadline);
			TimeUnit.MILLISECONDS.sleep(100);
		}
	}

	private static void writeStub(Path file) throws IOException {
		writeJar(file, StubApplication.class.getName());
	}

	private static void writeJar(Path file, String mainClass) throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
		String name = StubApplication.class.getName().replace('.', '/') + ".class";
		try (OutputStream out = Files.newOutputStream(file);
				JarOutputStream jar = new JarOutputStream(out, manifest);
				InputStream stub = StubApplication.class.getResourceAsStream("/" + name)) {
			jar.putNextEntry(new JarEntry(name));
			stub.transferTo(jar);
		}
	}

}
