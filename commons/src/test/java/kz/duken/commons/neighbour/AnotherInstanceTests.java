package kz.duken.commons.neighbour;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import feign.Client;
import feign.Request;
import feign.Response;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How often a write is tried that was not sent. */
class AnotherInstanceTests {

	private static final Request WRITE = Request.create(Request.HttpMethod.POST, "http://pair/things", Map.of(), null,
			StandardCharsets.UTF_8, null);

	private final Queue<IOException> failures = new ArrayDeque<>();

	@Test
	void aConnectionThatWasNotMadeInTimeIsTriedOnceMore() throws IOException {
		fails(late(), refused(), refused(), refused());

		assertThat(write().status()).isEqualTo(200);
	}

	@Test
	void thereIsNoTimeForAThirdOne() {
		fails(late(), refused(), late(), refused());

		assertThatExceptionOfType(ConnectTimeoutException.class).isThrownBy(this::write);
		assertThat(this.failures).hasSize(1);
	}

	@Test
	void fiveAttemptsAreEnough() {
		fails(refused(), refused(), refused(), refused(), refused(), refused());

		assertThatExceptionOfType(ConnectException.class).isThrownBy(this::write);
		assertThat(this.failures).hasSize(1);
	}

	@Test
	void anAnswerThatIsNotThereInTimeIsNotAskedForAgain() {
		fails(new SocketTimeoutException());

		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(this::write);
	}

	private static IOException late() {
		return new ConnectTimeoutException("not made in time", null);
	}

	private static IOException refused() {
		return new ConnectException();
	}

	private void fails(IOException... failures) {
		this.failures.addAll(List.of(failures));
	}

	/** Meets the failures one by one, then somebody who is well. */
	private Response write() throws IOException {
		Client instances = (request, options) -> {
			if (!this.failures.isEmpty()) {
				throw this.failures.remove();
			}
			return Response.builder().status(200).request(request).headers(Map.of()).build();
		};
		return new AnotherInstance().enrich(instances).execute(WRITE, new Request.Options());
	}

}
