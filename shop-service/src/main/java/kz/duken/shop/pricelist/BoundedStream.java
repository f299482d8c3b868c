package kz.duken.shop.pricelist;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps a parser from collecting without end, as with a quote that is never closed:
 * between two pieces of a file only so much may be read.
 */
final class BoundedStream extends FilterInputStream {

	/** Many times as much as an offer needs. */
	private static final int PIECE = 1 << 16;

	private int left = PIECE;

	BoundedStream(InputStream in) {
		super(in);
	}

	/** The parser has come through with a piece. */
	void beginPiece() {
		this.left = PIECE;
	}

	@Override
	public int read() throws IOException {
		int read = super.read();
		count((read >= 0) ? 1 : 0);
		return read;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = super.read(buffer, offset, length);
		count(read);
		return read;
	}

	private void count(int read) throws PieceTooLong {
		this.left -= Math.max(read, 0);
		if (this.left < 0) {
			throw new PieceTooLong();
		}
	}

	static class PieceTooLong extends IOException {

		PieceTooLong() {
			super("goes on for too long, is a quote or a tag left open?");
		}

	}

}
