package kz.duken.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import kz.duken.local.database.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	@TempDir
	Path folder;

	@Test
	void passwordsAreMadeOnce() throws Exception {
		Path file = this.folder.resolve("secrets.json");

		Secrets made = Secrets.keptIn(file);

		assertThat(Secrets.keptIn(file)).isEqualTo(made);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@Test
	void noTwoPasswordsAreTheSame() {
		Secrets made = Secrets.keptIn(this.folder.resolve("secrets.json"));

		Set<String> different = new HashSet<>(List.of(made.registry(), made.superuser(), made.auditor()));
		made.schemas().values().forEach((role) -> different.addAll(List.of(role.owner(), role.runtime())));

		assertThat(different).hasSize(3 + 2 * Roles.SCHEMAS.size()).allMatch((password) -> password.length() == 32);
	}

}
