package kz.duken.local;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PortsTests {

	@Test
	void freePortsDiffer() {
		assertThat(Ports.free(20)).doesNotHaveDuplicates().hasSize(20).allMatch(Ports::isFree);
	}

	@Test
	void portsThatArePromisedAreNotGivenAway() {
		Integer[] promised = IntStream.range(20_000, 31_000).boxed().toArray(Integer[]::new);

		assertThat(Ports.free(20, promised)).hasSize(20).allMatch((port) -> port >= 31_000);
	}

	@Test
	void aPortForTheAdministratorIsNotToldToBeInUse() {
		assertThat(Ports.refusal(80, new BindException("Permission denied"))).hasMessageContaining("above 1023")
			.hasMessageNotContaining("in use");
	}

	@Test
	void anOccupiedPortIsToldWithWhatToDo() throws Exception {
		try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Ports.checkFree(occupied.getLocalPort()))
				.withMessageStartingWith("Port %d is in use".formatted(occupied.getLocalPort()))
				.withMessageContaining("--port")
				.withMessageNotContaining("\n");
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void whoOccupiesThePortIsTold() throws Exception {
		try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Ports.checkFree(occupied.getLocalPort()))
				.withMessageContaining("by java (pid %d)".formatted(ProcessHandle.current().pid()));
		}
	}

}
