package kz.duken.shop.pricelist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/**
 * What has been met in a price list, eight bytes for each: the beginnings of their
 * SHA-256. Among a million different ones two are taken for the same once in thirty
 * million lists.
 */
final class Claims {

	private static final int FIRST_CAPACITY = 1024;

	/** Open addressing; 0 is free. */
	private long[] table = new long[FIRST_CAPACITY];

	private int size;

	private final MessageDigest sha256;

	Claims() {
		try {
			this.sha256 = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Whether the sku is met for the first time. */
	boolean sku(String sku) {
		return add("sku " + sku);
	}

	/** Whether the product is met for the first time. */
	boolean product(UUID id) {
		return add("product " + id);
	}

	/** Whether a card that is yet to be made is met for the first time. */
	boolean card(String name) {
		return add("card " + name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
	}

	/** Remembers that the sku has changed hands. */
	void release(String sku) {
		add("released " + sku);
	}

	boolean isReleased(String sku) {
		return this.table[place(hash("released " + sku))] != 0;
	}

	private boolean add(String claim) {
		long hash = hash(claim);
		int place = place(hash);
		if (this.table[place] != 0) {
			return false;
		}
		this.table[place] = hash;
		this.size++;
		if (this.size > this.table.length / 4 * 3) {
			grow();
		}
		return true;
	}

	private void grow() {
		long[] old = this.table;
		this.table = new long[old.length * 2];
		for (long hash : old) {
			if (hash != 0) {
				this.table[place(hash)] = hash;
			}
		}
	}

	/** Where the hash is, or is to be. */
	private int place(long hash) {
		int place = (int) hash & (this.table.length - 1);
		while (this.table[place] != 0 && this.table[place] != hash) {
			place = (place + 1) & (this.table.length - 1);
		}
		return place;
	}

	private long hash(String claim) {
		byte[] digest = this.sha256.digest(claim.getBytes(StandardCharsets.UTF_8));
		long hash = 0;
		for (int i = 0; i < Long.BYTES; i++) {
			hash = (hash << Byte.SIZE) | (digest[i] & 0xFF);
		}
		return (hash != 0) ? hash : 1;
	}

}
