package kz.duken.local;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTests {

	@TempDir
	Path folder;

	@Test
	void aStoreThatDoesNotRunIsNoBrokenOne() {
		assertThat(Duken.commandLine().execute("--home=" + this.folder, "audit")).isEqualTo(2);
	}

}
