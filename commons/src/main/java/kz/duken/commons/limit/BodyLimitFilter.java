package kz.duken.commons.limit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import kz.duken.commons.problem.BodyTooLarge;
import kz.duken.commons.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body beyond the limit: by what it declares, else while it is read. */
class BodyLimitFilter extends OncePerRequestFilter {

	private final LimitProperties limits;

	private final ProblemWriter problems;

	BodyLimitFilter(LimitProperties limits, ProblemWriter problems) {
		this.limits = limits;
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long limit = this.limits.bodyOf(request);
		if (request.getContentLengthLong() > limit) {
			this.problems.write(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
			return;
		}
		chain.doFilter(new LimitedRequest(request, limit), response);
	}

	private static final class LimitedRequest extends HttpServletRequestWrapper {

		private final long limit;

		private @Nullable ServletInputStream body;

		LimitedRequest(HttpServletRequest request, long limit) {
			super(request);
			this.limit = limit;
		}

		/** The same one for all who ask: together they read no more than the limit. */
		@Override
		public ServletInputStream getInputStream() throws IOException {
			if (this.body == null) {
				this.body = new LimitedStream(super.getInputStream(), this.limit);
			}
			return this.body;
		}

		@Override
		public BufferedReader getReader() throws IOException {
			Charset charset = Charset.forName(String.valueOf(getCharacterEncoding()), StandardCharsets.UTF_8);
			return new BufferedReader(new InputStreamReader(getInputStream(), charset));
		}

	}

	private static final class LimitedStream extends ServletInputStream {

		private final ServletInputStream body;

		private final long limit;

		private long left;

		LimitedStream(ServletInputStream body, long limit) {
			this.body = body;
			this.limit = limit;
			this.left = limit;
		}

		@Override
		public int read() throws IOException {
			int read = this.body.read();
			count((read >= 0) ? 1 : 0);
			return read;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int read = this.body.read(buffer, offset, length);
			count(read);
			return read;
		}

		private void count(int read) throws IOException {
			this.left -= Math.max(read, 0);
			if (this.left < 0) {
				throw new BodyTooLarge(this.limit);
			}
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
