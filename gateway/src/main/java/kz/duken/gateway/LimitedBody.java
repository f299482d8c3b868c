package kz.duken.gateway;

import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body ends in {@link TooLarge} beyond its limit, and in
 * {@link Unreadable} when the client breaks it off or is not done in time. Nothing is
 * held: the body is counted as it passes.
 */
final class LimitedBody extends HttpServletRequestWrapper {

	private final long limit;

	private final Deadline deadline;

	private @Nullable ServletInputStream stream;

	LimitedBody(HttpServletRequest request, long limit, Deadline deadline) {
		super(request);
		this.limit = limit;
		this.deadline = deadline;
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		if (this.stream == null) {
			this.stream = new Counted(super.getInputStream(), this.limit, this.deadline);
		}
		return this.stream;
	}

	/** The body is at fault, not the service. */
	abstract static sealed class Refused extends IOException {

		Refused(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

	}

	static final class TooLarge extends Refused {

		TooLarge() {
			super("The body is larger than it may be", null);
		}

	}

	static final class Unreadable extends Refused {

		Unreadable(@Nullable IOException cause) {
			super("The body does not come to its end", cause);
		}

	}

	private static final class Counted extends ServletInputStream {

		private final ServletInputStream body;

		private final Deadline deadline;

		private long left;

		Counted(ServletInputStream body, long limit, Deadline deadline) {
			this.body = body;
			this.left = limit;
			this.deadline = deadline;
		}

		@Override
		public int read() throws IOException {
			var one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int read = readOrRefuse(buffer, offset, length);
			this.left -= Math.max(read, 0);
			if (this.left < 0) {
				throw new TooLarge();
			}
			return read;
		}

		private int readOrRefuse(byte[] buffer, int offset, int length) throws IOException {
			if (this.deadline.isOver()) {
				throw new Unreadable(null);
			}
			try {
				return this.body.read(buffer, offset, length);
			}
			catch (BadRequestException ex) {
				// the server's own, and it insists on telling it
				throw ex;
			}
			catch (IOException ex) {
				throw new Unreadable(ex);
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
