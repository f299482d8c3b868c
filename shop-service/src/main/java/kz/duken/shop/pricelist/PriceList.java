package kz.duken.shop.pricelist;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** The offers of a price list, read one after the other and never held together. */
interface PriceList {

	/**
	 * The next offer; {@code null} after the last.
	 * @throws MalformedPriceList when the file cannot be read on
	 */
	@Nullable ListedOffer next() throws IOException;

}
