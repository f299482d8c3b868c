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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The launcher as its user meets it, with stubs in the place of the applications. */
class StoreLifeTests {

	@TempDir
	Path project;

	int port;

	@BeforeEach
	void buildStubs() throws IOException {
		this.port = Ports.free(1).getFirst();
		for (Application application : Application.values()) {
			Path target = Files.createDirectories(this.project.resolve(application.title()).resolve("target"));
			writeStub(target.resolve(application.title() + ".jar"));
		}
	}

	@AfterEach
	void takeDown() throws Exception {
		duken("down");
		assertThat(ours()).isEmpty();
	}

	@Test
	void aStoreComesUpAndGoesDownWithoutATrace() throws Exception {
		Outcome up = up("--scale=order-service=2");

		assertThat(up.status()).isZero();
		assertThat(up.output()).contains("The store is ready", "http://localhost:" + this.port);
		assertThat(topology().processes()).extracting(Topology.Member::name)
			.contains("postgresql", "discovery", "order-service", "order-service-2", "gateway");
		assertThat(duken("ps").output()).contains("order-service-2").doesNotContain("not ready", "dead");
		assertThat(duken("logs", "cart-service").output()).startsWith("Ready on port");
		assertThat(duken("down").output()).contains("The store has stopped.");
		assertThat(ours()).isEmpty();
		assertThat(duken("ps").output()).contains("The store is not running.");
	}

	@Test
	void aKilledApplicationComesBackOnItsPort() throws Exception {
		up();
		Topology.Member killed = member("cart-service");

		killed.process().orElseThrow().destroyForcibly();

		waitUntil(() -> member("cart-service").pid() != killed.pid());
		assertThat(member("cart-service").port()).isEqualTo(killed.port());
	}

	@Test
	void aKilledDatabaseComesBackOnItsPort() throws Exception {
		up();
		Topology.Member killed = member("postgresql");

		killed.process().orElseThrow().destroyForcibly();

		waitUntil(() -> topology().processes()
			.stream()
			.anyMatch((member) -> member.name().equals("postgresql") && member.pid() != killed.pid()));
		assertThat(member("postgresql").port()).isEqualTo(killed.port());
	}

	@Test
	void whatAKilledLauncherLeftIsTakenOverByTheNext() throws Exception {
		up();
		Topology left = topology();
		left.supervisor().process().orElseThrow().destroyForcibly();
		waitUntil(() -> left.supervisor().process().isEmpty());

		Outcome next = up();

		assertThat(next.output()).contains("processes that a killed launcher had left");
		assertThat(next.status()).isZero();
		assertThat(left.processes()).noneMatch((member) -> member.process().isPresent());
	}

	@Test
	void aSecondStartIsToldThatTheStoreRuns() throws Exception {
		up();

		Outcome second = up();

		assertThat(second.status()).isNotZero();
		assertThat(second.output()).startsWith("duken: A store is already running").hasLineCount(1);
		assertThat(duken("ps").output()).contains("ready");
	}

	@Test
	void anApplicationThatDoesNotStartIsNamedWithItsLog() throws Exception {
		Path broken = this.project.resolve("cart-service/target/cart-service.jar");
		Files.writeString(broken, "no jar");

		Outcome up = up();

		assertThat(up.status()).isEqualTo(1);
		assertThat(up.output()).containsPattern("duken: cart-service does not start, .*/cart-service\\.log\n");
		assertThat(ours()).isEmpty();
	}

	@Test
	void resetForgetsEverything() throws Exception {
		up();

		assertThat(duken("reset").status()).isNotZero();
		assertThat(duken("reset", "-y").status()).isZero();
		assertThat(ours()).isEmpty();
		assertThat(home().data()).doesNotExist();
	}

	private record Outcome(int status, String output) {
	}

	private Outcome up(String... more) throws Exception {
		List<String> arguments = new ArrayList<>(List.of("up", "-d", "--no-demo", "--no-aot", "--port=" + this.port));
		arguments.addAll(Arrays.asList(more));
		return duken(arguments.toArray(String[]::new));
	}

	private Outcome duken(String... arguments) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Jvm.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dduken.project=" + this.project,
						"-cp", System.getProperty("java.class.path"), Duken.class.getName()));
		command.addAll(Arrays.asList(arguments));
		Path said = Files.createTempFile(this.project, "said", ".txt");
		Process duken = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
		duken.getOutputStream().close();
		assertThat(duken.waitFor(2, TimeUnit.MINUTES)).isTrue();
		return new Outcome(duken.exitValue(), Files.readString(said));
	}

	private Home home() {
		return new Home(this.project.resolve(".duken"));
	}

	private Topology topology() {
		return Topology.read(home().topology());
	}

	private Topology.Member member(String name) {
		return topology().processes().stream().filter((member) -> member.name().equals(name)).findFirst().orElseThrow();
	}

	/** Whatever runs with something of this store on its command line, or on its data. */
	private List<String> ours() {
		return ProcessHandle.allProcesses()
			.map((process) -> process.info().commandLine().orElse(""))
			.filter((command) -> command.contains(this.project + "/"))
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
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubApplication.class.getName());
		String name = StubApplication.class.getName().replace('.', '/') + ".class";
		try (OutputStream out = Files.newOutputStream(file);
				JarOutputStream jar = new JarOutputStream(out, manifest);
				InputStream stub = StubApplication.class.getResourceAsStream("/" + name)) {
			jar.putNextEntry(new JarEntry(name));
			stub.transferTo(jar);
		}
	}

}
