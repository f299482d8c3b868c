package kz.duken.shop.pricelist;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What has been met in a price list, eight bytes for each: the beginnings of their
 * SHA-256. Among a million different ones two are taken for the same once in fifteen
 * million lists.
 * <p>
 * They stand in a file without a name that is mapped into memory, so that the heap does
 * not grow with the list. For one thread.
 */
final class Claims implements AutoCloseable {

	/** A line makes three at most, and a table that is fuller is slow. */
	private static final int PLACES_PER_LINE = 4;

	private static final int FEWEST_PLACES = 1024;

	/** So much is told at once. */
	private static final int PAGE = 1 << 16;

	private final Arena arena = Arena.ofConfined();

	/** Open addressing; 0 is free, products are negative. */
	private final MemorySegment table;

	private final long places;

	private final MessageDigest sha256 = Sha256.begin();

	/** The products of lines that are not done yet. */
	private final Set<Long> open = new HashSet<>();

	/**
	 * Makes room.
	 * @param lines how many the price list has
	 */
	Claims(int lines) throws IOException {
		this.places = Long.highestOneBit(Math.max((long) lines * PLACES_PER_LINE, FEWEST_PLACES) * 2 - 1);
		Path file = Files.createTempFile("price-list-", ".claims");
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.DELETE_ON_CLOSE)) {
			this.table = channel.map(FileChannel.MapMode.READ_WRITE, 0, this.places * Long.BYTES, this.arena);
		}
	}

	/** Whether the sku is met for the first time. */
	boolean sku(String sku) {
		return add(hash("sku " + sku));
	}

	/** Whether the product is met for the first time. */
	boolean product(UUID id) {
		long claim = -hash("product " + id);
		return add(claim) && this.open.add(claim);
	}

	/** The lines that were met are done. */
	void keep() {
		this.open.clear();
	}

	/**
	 * Tells the products of the lines that are done, many at a time.
	 * @param page takes what {@link #restore} is to be given
	 */
	void save(Consumer<byte[]> page) {
		ByteBuffer products = ByteBuffer.allocate(PAGE);
		for (long place = 0; place < this.places; place++) {
			long claim = at(place);
			if (claim < 0 && !this.open.contains(claim)) {
				products.putLong(claim);
			}
			if (!products.hasRemaining()) {
				page.accept(products.array());
				products.clear();
			}
		}
		if (products.position() > 0) {
			page.accept(Arrays.copyOf(products.array(), products.position()));
		}
	}

	/** Claims products that are done for the same list. */
	void restore(byte[] page) {
		for (ByteBuffer products = ByteBuffer.wrap(page); products.hasRemaining();) {
			add(products.getLong());
		}
	}

	/**
	 * Whether a card that is yet to be made is met for the first time.
	 * @param name in the form in which names of cards are compared
	 */
	boolean card(String name) {
		return add(hash("card " + name));
	}

	/** Remembers that the sku has changed hands. */
	void release(String sku) {
		add(hash("released " + sku));
	}

	boolean isReleased(String sku) {
		return at(place(hash("released " + sku))) != 0;
	}

	private boolean add(long hash) {
		long place = place(hash);
		if (at(place) != 0) {
			return false;
		}
		this.table.setAtIndex(ValueLayout.JAVA_LONG, place, hash);
		return true;
	}

	/** Where the hash is, or is to be. */
	private long place(long hash) {
		long place = hash & (this.places - 1);
		while (at(place) != 0 && at(place) != hash) {
			place = (place + 1) & (this.places - 1);
		}
		return place;
	}

	private long at(long place) {
		return this.table.getAtIndex(ValueLayout.JAVA_LONG, place);
	}

	/** Positive. */
	private long hash(String claim) {
		byte[] digest = this.sha256.digest(claim.getBytes(StandardCharsets.UTF_8));
		long hash = 0;
		for (int i = 0; i < Long.BYTES; i++) {
			hash = (hash << Byte.SIZE) | (digest[i] & 0xFF);
		}
		return Math.max(hash & Long.MAX_VALUE, 1);
	}

	@Override
	public void close() {
		this.arena.close();
	}

}
