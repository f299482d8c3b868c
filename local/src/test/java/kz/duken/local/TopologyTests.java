package kz.duken.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TopologyTests {

	@TempDir
	Path folder;

	@Test
	void whatIsWrittenIsReadAgain() {
		Topology written = topology(self());
		Path file = this.folder.resolve("topology.json");

		written.write(file);

		assertThat(Topology.read(file)).isEqualTo(written);
	}

	@Test
	void nobodyElseMayReadThePasswords() throws Exception {
		Path file = this.folder.resolve("topology.json");

		topology(self()).write(file);

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@Test
	void aProcessIsKnownByNumberAndStartTogether() {
		Topology.Member self = self();
		Topology.Member predecessor = new Topology.Member(self.name(), self.application(), self.pid(),
				self.startedAt().minusSeconds(3600), null, null, null, self.log());

		assertThat(self.process()).contains(ProcessHandle.current());
		assertThat(predecessor.process()).isEmpty();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void settingTheClockKillsNobody() {
		Topology.Member self = self();

		Topology.Member before = new Topology.Member(self.name(), self.application(), self.pid(),
				self.startedAt().minusSeconds(3600), self.sinceBoot(), null, null, self.log());
		Topology.Member other = new Topology.Member(self.name(), self.application(), self.pid(), self.startedAt(),
				Objects.requireNonNull(self.sinceBoot()) - 1, null, null, self.log());

		assertThat(before.process()).contains(ProcessHandle.current());
		assertThat(other.process()).isEmpty();
	}

	@Test
	void aDeadProcessIsNoProcess() throws Exception {
		Process dead = new ProcessBuilder("true").start();
		Topology.Member member = new Topology.Member("cart-service", "cart-service", dead.pid(), Instant.now(), null, 1,
				2, "a.log");
		dead.waitFor();

		assertThat(member.process()).isEmpty();
	}

	private static Topology.Member self() {
		return Topology.Member.of("supervisor", "supervisor", ProcessHandle.current(), 8080, null, Path.of("a.log"));
	}

	private static Topology topology(Topology.Member member) {
		return new Topology(Topology.State.READY, "http://localhost:8080", member, List.of(member),
				new Topology.Database("jdbc:postgresql://127.0.0.1:1/duken", Map.of("auditor", "secret")),
				new Topology.Registry("http://127.0.0.1:2/eureka/", "duken", "secret"));
	}

}
