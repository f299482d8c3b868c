package kz.duken.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The script {@code duken}, copied into an empty project without the places of this
 * machine's JDKs.
 */
class ScriptTests {

	@TempDir
	Path project;

	Path script;

	@BeforeEach
	void copy() throws IOException {
		this.script = this.project.resolve("duken");
		String usual = Files.readString(Path.of("..", "duken"));
		Files.writeString(this.script, usual.replace("/usr/lib/jvm/*", this.project + "/jvm/*"));
	}

	@Test
	void withoutAJdkItSaysWhatToInstall() throws Exception {
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

	private String run() throws Exception {
		Path said = Files.createTempFile(this.project, "said", ".txt");
		ProcessBuilder builder = new ProcessBuilder("bash", this.script.toString(), "ps").redirectErrorStream(true)
			.redirectOutput(said.toFile());
		builder.environment().clear();
		builder.environment().putAll(Map.of("HOME", this.project.toString(), "PATH", toolsAlone().toString()));
		builder.start().waitFor();
		return Files.readString(said);
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
