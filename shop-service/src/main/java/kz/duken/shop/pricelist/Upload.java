package kz.duken.shop.pricelist;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import kz.duken.commons.problem.BodyTooLarge;

/**
 * A price list that has arrived, on the disk. So it can be looked through before anything
 * is done, and no slow sender keeps a connection to the database.
 */
final class Upload implements AutoCloseable {

	private static final int CHUNK = 1 << 16;

	private final Path file;

	private Upload(Path file) {
		this.file = file;
	}

	/**
	 * Receives a body whole.
	 * @throws UploadBroken when it ends before its end
	 * @throws BodyTooLarge when it does not end in time
	 */
	static Upload of(InputStream body, Deadline deadline) throws IOException {
		Upload upload = new Upload(Files.createTempFile("price-list-", ".upload"));
		try {
			upload.receive(body, deadline);
			return upload;
		}
		catch (IOException | RuntimeException ex) {
			upload.close();
			throw ex;
		}
	}

	private void receive(InputStream body, Deadline deadline) throws IOException {
		try (OutputStream out = Files.newOutputStream(this.file)) {
			byte[] chunk = new byte[CHUNK];
			for (int length = read(body, chunk); length >= 0; length = read(body, chunk)) {
				out.write(chunk, 0, length);
				deadline.check();
			}
		}
	}

	private static int read(InputStream body, byte[] chunk) throws BodyTooLarge {
		try {
			return body.read(chunk);
		}
		catch (BodyTooLarge ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new UploadBroken(ex);
		}
	}

	/** From the beginning, as often as is wanted; to be closed. */
	InputStream open() throws IOException {
		return new BufferedInputStream(Files.newInputStream(this.file), CHUNK);
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
