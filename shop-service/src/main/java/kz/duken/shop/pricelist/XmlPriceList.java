package kz.duken.shop.pricelist;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxIOException;
import com.ctc.wstx.stax.WstxInputFactory;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * The price list that shops write for marketplaces: {@code kaspi_catalog} with
 * {@code offers} of {@code offer}. The file says its encoding in its prolog. It brings no
 * document type and so no entities; elements that are not known are passed over.
 */
final class XmlPriceList implements PriceList {

	private static final List<String> OFFER = List.of("kaspi_catalog", "offers", "offer");

	private static final int DEEPEST = 20;

	/** A list has two dozens of names; a parser remembers each that it has met. */
	private static final int MOST_NAMES = 200;

	private static final int LONGEST_NAME = 100;

	private final BoundedStream stream;

	private final XMLStreamReader xml;

	private final List<String> path = new ArrayList<>();

	private final Set<String> names = new HashSet<>();

	private final StringBuilder text = new StringBuilder();

	private @Nullable MarketplaceOffer offer;

	XmlPriceList(InputStream file) throws IOException {
		this.stream = new BoundedStream(file);
		try {
			this.xml = parsers().createXMLStreamReader(this.stream);
		}
		catch (XMLStreamException ex) {
			throw malformed(ex);
		}
	}

	/** Of its own for each file, since it remembers the names of all that it has read. */
	private static XMLInputFactory parsers() {
		XMLInputFactory factory = new WstxInputFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, false);
		factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
		factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 50);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 10_000);
		return factory;
	}

	@Override
	public @Nullable ListedOffer next() throws IOException {
		try {
			while (this.xml.hasNext()) {
				this.stream.beginPiece();
				switch (this.xml.next()) {
					case XMLStreamConstants.DTD -> throw malformed("The file must not have a DOCTYPE.");
					case XMLStreamConstants.ENTITY_REFERENCE ->
						throw malformed("The file must not use entities of its own; write &amp; for an ampersand.");
					case XMLStreamConstants.PROCESSING_INSTRUCTION -> name(this.xml.getPITarget());
					case XMLStreamConstants.START_ELEMENT -> begin();
					case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append();
					case XMLStreamConstants.END_ELEMENT -> {
						ListedOffer done = end();
						if (done != null) {
							return done;
						}
					}
					default -> {
						// comments and the like
					}
				}
			}
			return null;
		}
		catch (XMLStreamException ex) {
			throw malformed(ex);
		}
	}

	private void begin() {
		this.path.add(name(this.xml.getLocalName()));
		for (int i = 0; i < this.xml.getAttributeCount(); i++) {
			name(this.xml.getAttributeLocalName(i));
		}
		this.text.setLength(0);
		if (!this.path.getFirst().equals(OFFER.getFirst())) {
			throw malformed("The root must be kaspi_catalog.");
		}
		if (this.path.equals(OFFER)) {
			this.offer = new MarketplaceOffer(line(), attribute("sku"));
		}
		else if (this.offer != null && isAt("availabilities", "availability")) {
			this.offer.available(attribute("available"), attribute("stockCount"));
		}
	}

	private void append() {
		if (this.offer != null && this.text.length() <= ListedOffer.LONGEST_TEXT) {
			this.text.append(this.xml.getText());
		}
	}

	private @Nullable ListedOffer end() {
		MarketplaceOffer current = this.offer;
		ListedOffer done = null;
		if (current != null) {
			String value = this.text.toString().strip();
			if (isAt("model")) {
				current.model(value);
			}
			else if (isAt("brand")) {
				current.brand(value);
			}
			else if (isAt("price")) {
				current.price(value);
			}
			else if (isAt("cityprices", "cityprice")) {
				current.cityPrice(value);
			}
			else if (this.path.equals(OFFER)) {
				done = current.listed();
				this.offer = null;
			}
		}
		this.text.setLength(0);
		this.path.removeLast();
		return done;
	}

	private boolean isAt(String... belowOffer) {
		return this.path.size() == OFFER.size() + belowOffer.length
				&& this.path.subList(OFFER.size(), this.path.size()).equals(List.of(belowOffer));
	}

	/** Without its prefix: whoever writes one means the same. */
	private String name(String name) {
		if (name.length() > LONGEST_NAME || (this.names.add(name) && this.names.size() > MOST_NAMES)) {
			throw malformed("The file has too many, or too long, names of elements to be a price list.");
		}
		return name.substring(name.indexOf(':') + 1);
	}

	private @Nullable String attribute(String name) {
		String value = this.xml.getAttributeValue(null, name);
		return (value == null || value.isBlank()) ? null : value.strip();
	}

	private int line() {
		return Math.max(this.xml.getLocation().getLineNumber(), 1);
	}

	private MalformedPriceList malformed(String detail) {
		return new MalformedPriceList(line(), detail);
	}

	private static MalformedPriceList malformed(XMLStreamException ex) throws IOException {
		if (ex instanceof WstxIOException && ex.getCause() instanceof IOException cause && !isOfTheFile(cause)) {
			throw cause;
		}
		int line = (ex.getLocation() != null) ? ex.getLocation().getLineNumber() : 1;
		return new MalformedPriceList(Math.max(line, 1), "The file is not well-formed XML in the encoding it names.");
	}

	/** What a file does to its reader, apart from what the disk does to both. */
	private static boolean isOfTheFile(IOException ex) {
		return ex instanceof CharConversionException || ex instanceof UnsupportedEncodingException
				|| ex instanceof CharacterCodingException || ex instanceof BoundedStream.PieceTooLong;
	}

}
