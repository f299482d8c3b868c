package kz.duken.order;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Writes receipts that print on one page of A4: what has few rows in a comfortable style,
 * what has many in two dense columns, where long names are cut short.
 */
@Component
class Receipts {

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH)
		.withZone(ZoneId.of("Asia/Almaty"));

	/** So many rows fit in the comfortable style. */
	private static final int COMFORTABLE = 34;

	/** So many letters of a product's name fit on a row of it. */
	private static final int LETTERS = 40;

	/** So many letters of a shop's name fit on a row, beside where its part stands. */
	private static final int SHOPS_LETTERS = 60;

	private final Settlements settlements;

	private final Template page;

	private final String style;

	private final String denseStyle;

	Receipts(Settlements settlements) {
		this.settlements = settlements;
		this.style = read("receipt.css");
		this.denseStyle = this.style + read("receipt-dense.css");
		this.page = Mustache.compiler().escapeHTML(true).nullValue("").compile(read("receipt.html"));
	}

	/** The page of this order allows its own style and nothing else. */
	String contentSecurityPolicy(Order order) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(style(order).getBytes(StandardCharsets.UTF_8));
			return "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(digest)
					+ "'; frame-ancestors 'none'";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The receipt as HTML; whatever people wrote is escaped. */
	String of(Order order) {
		Money refunded = this.settlements.refunded(order);
		return this.page.execute(new Page(style(order), order.number(), WHEN.format(order.placedAt()),
				order.paymentStatus().inWords(), order.deliveryAddress(),
				order.shipments().stream().map((shipment) -> Part.of(order, shipment)).toList(), tenge(order.sum()),
				order.discount().isZero() ? null : tenge(order.discount()), order.promoCode(), tenge(order.total()),
				refunded.isZero() ? null : tenge(refunded)));
	}

	private String style(Order order) {
		int shops = order.shipments()
			.stream()
			.mapToInt((shipment) -> 1 + shipment.shopName().length() / SHOPS_LETTERS)
			.sum();
		int lines = order.lines().stream().mapToInt((line) -> 1 + line.name().length() / LETTERS).sum();
		return (shops + lines <= COMFORTABLE) ? this.style : this.denseStyle;
	}

	/** {@code 349 990,00}. */
	private static String tenge(Money amount) {
		DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
		symbols.setGroupingSeparator('\u00a0');
		symbols.setDecimalSeparator(',');
		BigDecimal exact = amount.amount();
		return new DecimalFormat("#,##0.00", symbols).format(exact);
	}

	private static String read(String name) {
		try (InputStream file = Objects.requireNonNull(Receipts.class.getResourceAsStream(name))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Page(String style, String number, String placedAt, String payment, DeliveryAddress address,
			List<Part> parts, String sum, @Nullable String discount, @Nullable String promoCode, String total,
			@Nullable String refunded) {
	}

	private record Part(String shopName, String status, List<Line> lines) {

		static Part of(Order order, Shipment shipment) {
			return new Part(shipment.shopName(), inWords(order, shipment), order.lines()
				.stream()
				.filter((line) -> line.shopId().equals(shipment.shopId()))
				.map((line) -> new Line(line.name(), line.quantity(), tenge(line.unitPrice()), tenge(line.total())))
				.toList());
		}

		/** Nothing is prepared of an order that is not confirmed. */
		private static String inWords(Order order, Shipment shipment) {
			return switch (order.status()) {
				case PENDING -> "not confirmed yet";
				case REJECTED -> "rejected";
				case CONFIRMED, SHIPPED, DELIVERED, CANCELLED -> shipment.status().inWords();
			};
		}

	}

	private record Line(String name, int quantity, String unitPrice, String total) {
	}

}
