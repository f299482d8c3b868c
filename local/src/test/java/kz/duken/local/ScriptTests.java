package kz.duken.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The script {@code duken}, copied into an empty project and told of other places than
 * those where this machine has its JDKs.
 */
class ScriptTests {

	@TempDir
	Path project;

	Path script;

	final Map<String, String> variables = new HashMap<>();

	@BeforeEach
	void copy() throws IOException {
		this.variables.putAll(Map.of("HOME", this.project.toString(), "PATH", toolsAlone().toString(),
				"DUKEN_JDK_PLACES", this.project + "/jvm/*"));
		this.script = this.project.resolve("duken");
		Files.copy(Path.of("..", "duken"), this.script);
	}

	@Test
	void withoutAJdkItSaysWhatToInstall() throws Exception {
		assertThat(run()).startsWith("duken: there is no JDK 25").hasLineCount(1);
	}

	@Test
	void withoutAHomeFolderItWorksAsWell() throws Exception {
		this.variables.remove("HOME");

		assertThat(run()).startsWith("duken: there is no JDK 25").hasLineCount(1);
	}

	@Test
	void anOlderJdkIsNone() throws Exception {
		fakeJdk("jvm/jdk-17", "17.0.15");

		assertThat(run()).startsWith("duken: there is no JDK 25");
	}

	@Test
	void aJdkInAUsualPlaceIsFoundAndMavenMissed() throws Exception {
		fakeJdk("jvm/jdk-17", "17.0.15");
		fakeJdk("jvm/jdk-25", "25.0.3");

		assertThat(run()).startsWith("duken: Maven is not on the PATH").hasLineCount(1);
	}

	@Test
	void whatIsBuiltRunsWithTheJdkThatWasFound() throws Exception {
		fakeJdk("jvm/jdk-26", "26");
		Files.createDirectories(this.project.resolve("local/target"));
		Files.createFile(this.project.resolve("local/target/local.jar"));

		assertThat(run()).contains("java of jdk-26", "local.jar ps");
	}

	@Test
	void aJdkUnderTheHomeFolderIsFound() throws Exception {
		fakeJdk(".jdks/jdk-25", "25.0.3");

		assertThat(run()).startsWith("duken: Maven is not on the PATH");
	}

	@Test
	void whatIsBuiltIsNotBuiltAgain() throws Exception {
		fakeJdk("jvm/jdk-25", "25.0.3");
		build();

		assertThat(run("up", "-d")).contains("local.jar up -d").hasLineCount(1);
	}

	@Test
	void anInterruptedBuildIsNoBuild() throws Exception {
		fakeJdk("jvm/jdk-25", "25.0.3");
		build();
		Files.createFile(this.project.resolve("target/duken-built.begun"));

		assertThat(run("up")).contains("Maven is not on the PATH");
		this.variables.put("DUKEN_SKIP_BUILD", "1");
		assertThat(run("up")).contains("local.jar up").hasLineCount(1);
	}

	@Test
	void aRunningStoreIsToldBeforeItsJarsAreReplaced() throws Exception {
		fakeJdk("jvm/jdk-25", "25.0.3");
		build();
		Files.setLastModifiedTime(this.project.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
		executable(this.project.resolve("jvm/jdk-25/bin/java"), """
				#!/bin/sh
				echo duken: A store is already running
				exit 1
				""");

		assertThat(run("up")).isEqualTo("duken: A store is already running\n");
	}

	private String run(String... arguments) throws Exception {
		Path said = Files.createTempFile(this.project, "said", ".txt");
		List<String> command = new ArrayList<>(List.of("bash", this.script.toString()));
		command.addAll((arguments.length > 0) ? List.of(arguments) : List.of("ps"));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
		builder.environment().clear();
		builder.environment().putAll(this.variables);
		builder.start().waitFor();
		return Files.readString(said);
	}

	/** Leaves what a build leaves, as far as the script looks. */
	private void build() throws IOException {
		Files.createFile(this.project.resolve("pom.xml"));
		Path stamp = Files.createDirectories(this.project.resolve("target")).resolve("duken-built");
		for (String module : new String[] { "discovery", "gateway", "customer-service", "category-service",
				"product-service", "shop-service", "cart-service", "order-service", "local", "commons" }) {
			Path target = Files.createDirectories(this.project.resolve(module).resolve("target"));
			Files.createDirectories(this.project.resolve(module).resolve("src/main"));
			Files.createFile(this.project.resolve(module).resolve("pom.xml"));
			Files.createFile(target.resolve(module + ".jar"));
		}
		Files.setLastModifiedTime(Files.createFile(stamp), FileTime.from(Instant.now().plusSeconds(30)));
	}

	/** A PATH with what the script needs, and neither Java nor Maven. */
	private Path toolsAlone() throws IOException {
		Path tools = Files.createDirectories(this.project.resolve("tools"));
		for (String tool : new String[] { "date", "dirname", "sed", "readlink", "find" }) {
			executable(tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec %s \"$@\"\n".formatted(tool));
		}
		return tools;
	}

	private void fakeJdk(String folder, String version) throws IOException {
		Path bin = Files.createDirectories(this.project.resolve(folder).resolve("bin"));
		Files.writeString(bin.resolveSibling("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
		for (String program : new String[] { "java", "javac" }) {
			executable(bin.resolve(program),
					"#!/bin/sh\necho java of %s \"$@\"\n".formatted(Path.of(folder).getFileName()));
		}
	}

	private static void executable(Path file, String content) throws IOException {
		Files.writeString(file, content);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

}
