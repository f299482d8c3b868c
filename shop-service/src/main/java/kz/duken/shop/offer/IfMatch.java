package kz.duken.shop.offer;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What the caller believes the offer's version to be (RFC 9110, 13.1.1): compared
 * strongly, so a weak tag matches nothing; {@code *} matches whatever is there.
 *
 * @param header {@code null} when the caller sets no condition
 */
record IfMatch(@Nullable String header) {

	/**
	 * Throws unless the condition holds.
	 * @param current the strong tag of what is there
	 * @throws OfferChanged when the caller has seen another version
	 */
	void require(String current) {
		if (this.header != null && Arrays.stream(this.header.split(",", -1))
			.map(String::strip)
			.noneMatch((tag) -> tag.equals("*") || tag.equals(current))) {
			throw new OfferChanged();
		}
	}

}
