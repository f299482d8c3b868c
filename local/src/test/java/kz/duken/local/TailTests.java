package kz.duken.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TailTests {

	@TempDir
	Path folder;

	Path log;

	final ByteArrayOutputStream said = new ByteArrayOutputStream();

	final PrintStream out = new PrintStream(this.said, true, StandardCharsets.UTF_8);

	@BeforeEach
	void begin() throws IOException {
		this.log = Files.writeString(this.folder.resolve("a.log"), "first\nsec");
	}

	@Test
	void linesAreShownWhenTheyAreWhole() throws Exception {
		try (Tail tail = new Tail(this.log)) {
			tail.printLinesTo(this.out, "a| ");
			assertThat(this.said).hasToString("a| first\n");

			Files.writeString(this.log, "ond\n", StandardOpenOption.APPEND);
			tail.printLinesTo(this.out, "a| ");

			assertThat(this.said).hasToString("a| first\na| second\n");
		}
	}

	@Test
	void theLastLineIsShownEvenIfNobodyEndedIt() throws Exception {
		try (Tail tail = new Tail(this.log)) {
			tail.printLinesTo(this.out, "");
			tail.finish(this.out, "");
			tail.finish(this.out, "");

			assertThat(this.said).hasToString("first\nsec\n");
		}
	}

	@Test
	void theNextRunsLogIsFollowed() throws Exception {
		try (Tail tail = new Tail(this.log)) {
			tail.printLinesTo(this.out, "");
			Files.move(this.log, this.folder.resolve("a.old.log"));
			tail.printLinesTo(this.out, "");
			Files.writeString(this.log, "next\n");

			tail.printLinesTo(this.out, "");

			assertThat(this.said).hasToString("first\nsec\nnext\n");
		}
	}

}
