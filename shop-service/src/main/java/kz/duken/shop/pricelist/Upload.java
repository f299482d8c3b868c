package kz.duken.shop.pricelist;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

import kz.duken.commons.problem.BodyTooLarge;

/**
 * A price list that has arrived, on the disk. So it can be looked through before anything
 * is done, and no slow sender keeps a connection to the database.
 */
final class Upload implements AutoCloseable {

	private static final int CHUNK = 1 << 16;

	/** Without a name since it was opened: it ends with the process at the latest. */
	private final FileChannel file;

	private final MessageDigest sha256 = Sha256.begin();

	private Upload(FileChannel file) {
		this.file = file;
	}

	/**
	 * Receives a body whole.
	 * @throws UploadBroken when it ends before its end
	 * @throws BodyTooLarge when it goes on beyond its limit
	 * @throws ImportTookTooLong when it does not end in time
	 */
	static Upload of(InputStream body, Deadline deadline) throws IOException {
		Upload upload = new Upload(FileChannel.open(Files.createTempFile("price-list-", ".upload"),
				StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
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
		OutputStream out = Channels.newOutputStream(this.file);
		byte[] chunk = new byte[CHUNK];
		for (int length = read(body, chunk); length >= 0; length = read(body, chunk)) {
			out.write(chunk, 0, length);
			this.sha256.update(chunk, 0, length);
			deadline.check();
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

	/** The SHA-256 of the whole file; to be asked once. */
	byte[] digest() {
		return this.sha256.digest();
	}

	/**
	 * From the beginning, as often as is wanted, one reader after another. What is read
	 * of it after the deadline throws {@link ImportTookTooLong}: a file may go on for
	 * long without any offer.
	 */
	InputStream open(Deadline deadline) throws IOException {
		this.file.position(0);
		return new BufferedInputStream(new FilterInputStream(Channels.newInputStream(this.file)) {
			@Override
			public int read(byte[] buffer, int offset, int length) throws IOException {
				deadline.check();
				return super.read(buffer, offset, length);
			}

			@Override
			public void close() {
				// the next one goes on with the file
			}
		}, CHUNK);
	}

	@Override
	public void close() {
		try {
			this.file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
