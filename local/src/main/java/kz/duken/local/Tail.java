package kz.duken.local;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A file that another process is writing. When a new one takes its name, the old one is
 * read to its end and then the new one.
 */
final class Tail implements Closeable {

	private final Path path;

	private final ByteArrayOutputStream begunLine = new ByteArrayOutputStream();

	private InputStream file;

	private @Nullable Object identity;

	Tail(Path path) throws IOException {
		this.path = path;
		this.identity = identity();
		this.file = open();
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
		boolean replaced = isReplaced();
		printRestTo(out, prefix);
		if (replaced) {
			finish(out, prefix);
			this.file.close();
			this.identity = identity();
			this.file = open();
			printRestTo(out, prefix);
		}
	}

	/** Passes on a last line that nobody has ended. */
	void finish(PrintStream out, String prefix) {
		if (this.begunLine.size() > 0) {
			out.println(prefix + this.begunLine.toString(StandardCharsets.UTF_8));
			this.begunLine.reset();
		}
	}

	private void printRestTo(PrintStream out, String prefix) throws IOException {
		for (int next = this.file.read(); next >= 0; next = this.file.read()) {
			if (next != '\n') {
				this.begunLine.write(next);
				continue;
			}
			out.println(prefix + this.begunLine.toString(StandardCharsets.UTF_8));
			this.begunLine.reset();
		}
	}

	private boolean isReplaced() throws IOException {
		try {
			return !Objects.equals(this.identity, identity());
		}
		catch (NoSuchFileException ex) {
			// set aside, and there is no new one yet
			return false;
		}
	}

	private @Nullable Object identity() throws IOException {
		return Files.readAttributes(this.path, BasicFileAttributes.class).fileKey();
	}

	private InputStream open() throws IOException {
		return new BufferedInputStream(Files.newInputStream(this.path));
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
