package kz.duken.shop.pricelist;

import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.MediaType;

/** How a price list may be written. */
enum PriceListFormat {

	CSV {
		@Override
		PriceList read(InputStream file) throws IOException {
			return new CsvPriceList(file);
		}
	},

	XML {
		@Override
		PriceList read(InputStream file) throws IOException {
			return new XmlPriceList(file);
		}
	};

	/** By the type of a body; its parameters do not matter: a file says what it is. */
	static PriceListFormat of(MediaType type) {
		return "csv".equalsIgnoreCase(type.getSubtype()) ? CSV : XML;
	}

	abstract PriceList read(InputStream file) throws IOException;

}
