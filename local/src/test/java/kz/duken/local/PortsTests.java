package kz.duken.local;

import java.net.InetAddress;
import java.net.ServerSocket;

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
