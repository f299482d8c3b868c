package kz.duken.commons.limit;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import kz.duken.commons.problem.BodyTooLarge;
import kz.duken.commons.problem.ProblemWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BodyLimitTests {

	private final BodyLimitFilter filter = new BodyLimitFilter(new LimitProperties(DataSize.ofBytes(10), Map.of()),
			new ProblemWriter(JsonMapper.shared()));

	@Test
	void whoAsksForTheBodyTwiceReadsNoMore() {
		assertThatExceptionOfType(BodyTooLarge.class).isThrownBy(() -> read((request) -> {
			assertThat(request.getInputStream().readNBytes(8)).hasSize(8);
			request.getInputStream().readNBytes(8);
		}));
	}

	@Test
	void aReaderReadsNoMoreEither() {
		assertThatExceptionOfType(BodyTooLarge.class).isThrownBy(() -> read((request) -> request.getReader().read()));
	}

	private void read(Handler handler) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/things") {
			@Override
			public long getContentLengthLong() {
				return -1;
			}
		};
		request.setContent(new byte[20]);
		this.filter.doFilter(request, new MockHttpServletResponse(),
				(limited, response) -> handler.handle((HttpServletRequest) limited));
	}

	@FunctionalInterface
	private interface Handler {

		void handle(HttpServletRequest request) throws IOException;

	}

}
