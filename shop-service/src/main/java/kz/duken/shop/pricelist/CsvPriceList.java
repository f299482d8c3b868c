package kz.duken.shop.pricelist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 in UTF-8, with or without a byte order mark, its lines ended by LF, CRLF or
 * CR. The header names the columns, in any order and case; values are parted by what
 * parts it, commas or semicolons (which spreadsheets write where the comma is the decimal
 * mark). Lines without any value are passed over.
 */
final class CsvPriceList implements PriceList {

	private static final int LONGEST_HEADER = 1000;

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final BoundedStream stream;

	private final CSVParser parser;

	private final Iterator<CSVRecord> records;

	private final Map<String, Integer> columns = new HashMap<>();

	/**
	 * Reads the header.
	 * @throws MalformedPriceList when it is none
	 */
	CsvPriceList(InputStream file) throws IOException {
		this.stream = new BoundedStream(file);
		Reader text = new BufferedReader(new InputStreamReader(this.stream, StandardCharsets.UTF_8));
		this.parser = CSVFormat.RFC4180.builder()
			.setDelimiter(delimiter(text))
			.setIgnoreSurroundingSpaces(true)
			.setIgnoreEmptyLines(false)
			.get()
			.parse(text);
		this.records = this.parser.iterator();
		CSVRecord header = read(1);
		if (header == null) {
			throw new MalformedPriceList(1, "The file is empty, it must begin with a header.");
		}
		for (String name : header) {
			readColumn(name.strip().toLowerCase(Locale.ROOT));
		}
		requireColumns();
	}

	/** Passes over a byte order mark and looks at the header. */
	private static String delimiter(Reader text) throws IOException {
		text.mark(LONGEST_HEADER);
		if (text.read() != BYTE_ORDER_MARK) {
			text.reset();
		}
		text.mark(LONGEST_HEADER);
		String delimiter = ",";
		for (int i = 0; i < LONGEST_HEADER; i++) {
			int c = text.read();
			if (c == '\n' || c == '\r' || c < 0) {
				break;
			}
			if (c == ';') {
				delimiter = ";";
			}
		}
		text.reset();
		return delimiter;
	}

	private void readColumn(String name) {
		if (!ListedOffer.COLUMNS.contains(name)) {
			throw new MalformedPriceList(1, "The header has a column that is not known; there are "
					+ String.join(", ", ListedOffer.COLUMNS.stream().sorted().toList()) + ".");
		}
		if (this.columns.putIfAbsent(name, this.columns.size()) != null) {
			throw new MalformedPriceList(1, "The header has the column " + name + " twice.");
		}
	}

	private void requireColumns() {
		if (!this.columns.containsKey("price") || !this.columns.containsKey("stock")
				|| !(this.columns.containsKey("product_id") || this.columns.containsKey("name"))) {
			throw new MalformedPriceList(1, "The header must have price, stock, and product_id or name.");
		}
	}

	@Override
	public @Nullable ListedOffer next() throws IOException {
		while (true) {
			int line = Math.toIntExact(this.parser.getCurrentLineNumber() + 1);
			CSVRecord values = read(line);
			if (values == null) {
				return null;
			}
			if (!values.stream().allMatch(String::isBlank)) {
				return offer(line, values);
			}
		}
	}

	private @Nullable CSVRecord read(int line) throws IOException {
		this.stream.beginPiece();
		try {
			return this.records.hasNext() ? this.records.next() : null;
		}
		catch (UncheckedIOException ex) {
			if (ex.getCause() instanceof CSVException || ex.getCause() instanceof BoundedStream.PieceTooLong) {
				throw new MalformedPriceList(line,
						"Quotes must be closed, and doubled within a value; a line has at most 64 KiB.");
			}
			throw ex.getCause();
		}
	}

	private ListedOffer offer(int line, CSVRecord values) {
		String flaw = (values.size() == this.columns.size()) ? null
				: "has %d values, the header has %d".formatted(values.size(), this.columns.size());
		return new ListedOffer(line, value(values, "sku"), value(values, "product_id"), value(values, "name"),
				value(values, "brand"), value(values, "category"), value(values, "price"), value(values, "stock"),
				flaw);
	}

	private @Nullable String value(CSVRecord values, String column) {
		Integer index = this.columns.get(column);
		if (index == null || index >= values.size() || values.get(index).isBlank()) {
			return null;
		}
		return values.get(index).strip();
	}

}
