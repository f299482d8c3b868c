package kz.duken.local;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that another process is writing. */
final class Tail implements Closeable {

	private final InputStream file;

	private final ByteArrayOutputStream begunLine = new ByteArrayOutputStream();

	Tail(Path file) throws IOException {
		this.file = new BufferedInputStream(Files.newInputStream(file));
	}

	/** Passes on what has come since the last time, byte by byte. */
	void printTo(PrintStream out) throws IOException {
		this.file.transferTo(out);
		out.flush();
	}

	/**
	 * Passes on the whole lines that have come since the last time, each after a prefix.
	 */
	void printLinesTo(PrintStream out, String prefix) throws IOException {
		for (int next = this.file.read(); next >= 0; next = this.file.read()) {
			if (next != '\n') {
				this.begunLine.write(next);
				continue;
			}
			out.println(prefix + this.begunLine.toString(StandardCharsets.UTF_8));
			this.begunLine.reset();
		}
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
