package kz.duken.commons.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import kz.duken.commons.problem.ValidationFailed;

/**
 * Where a page ended: the sort keys of its last row, opaque to clients. Keys are told
 * apart by their place, so a list whose order can be chosen puts the order's name first.
 *
 * @param keys the keys as text, without control characters
 */
public record Cursor(List<String> keys) {

	private static final String SEPARATOR = "\u001f";

	public Cursor {
		keys = List.copyOf(keys);
	}

	public static Cursor of(Object... keys) {
		return new Cursor(Arrays.stream(keys).map(String::valueOf).toList());
	}

	/**
	 * Reads what {@link #toString()} wrote.
	 * @throws ValidationFailed for anything else
	 */
	public static Cursor parse(String text) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(text);
			String keys = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return new Cursor(Arrays.asList(keys.split(SEPARATOR, -1)));
		}
		catch (IllegalArgumentException | CharacterCodingException ex) {
			throw madeUp();
		}
	}

	/**
	 * Reads a key in its type.
	 * @param read such as {@code UUID::fromString}; an {@link IllegalArgumentException}
	 * or {@link java.time.DateTimeException} means that the cursor was made up
	 * @throws ValidationFailed when the key is not there or cannot be read
	 */
	public <T> T key(int index, Function<String, T> read) {
		try {
			return read.apply(this.keys.get(index));
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException | java.time.DateTimeException ex) {
			throw madeUp();
		}
	}

	/** What is thrown at a cursor that this store has not handed out. */
	public static ValidationFailed madeUp() {
		return new ValidationFailed("/cursor", "must be a nextCursor of this list");
	}

	@Override
	public String toString() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(String.join(SEPARATOR, this.keys).getBytes(StandardCharsets.UTF_8));
	}

}
