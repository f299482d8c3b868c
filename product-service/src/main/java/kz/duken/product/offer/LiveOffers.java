package kz.duken.product.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.duken.commons.money.Money;
import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The live offers of a product, best first: in stock, cheapest, longest on sale. */
@Repository
class LiveOffers {

	private static final String AFTER = """
			and (offer.stock = 0, offer.price, offer.created_at, offer.id)
				> (cast(:soldOut as boolean), cast(:price as numeric), cast(:createdAt as timestamptz), cast(:id as uuid))
			""";

	private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

	private final JdbcClient jdbc;

	LiveOffers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean hasProduct(UUID id) {
		return this.jdbc.sql("select exists (select 1 from product where id = :id and deleted_at is null)")
			.param("id", id)
			.query(Boolean.class)
			.single();
	}

	List<LiveOffer> of(UUID productId, PageRequest page) {
		Map<String, Object> parameters = new HashMap<>(Map.of("product", productId, "limit", page.limit()));
		Cursor cursor = page.cursor();
		if (cursor != null) {
			parameters.put("soldOut", !cursor.key(0, Boolean::parseBoolean));
			parameters.put("price", cursor.key(1, Money::of).amount());
			parameters.put("createdAt", cursor.key(2, LiveOffers::instant));
			parameters.put("id", cursor.key(3, UUID::fromString));
		}
		return this.jdbc.sql("""
				select offer.*, shop.name as shop_name
				from offer join shop on shop.id = offer.shop_id and shop.status = 'ACTIVE'
				where offer.product_id = :product and not offer.deleted
				%s
				order by offer.stock = 0, offer.price, offer.created_at, offer.id
				limit :limit
				""".formatted((cursor != null) ? AFTER : "")).params(parameters).query(LiveOffers::offer).list();
	}

	private static LiveOffer offer(ResultSet row, int number) throws SQLException {
		return new LiveOffer(row.getObject("id", UUID.class), row.getObject("shop_id", UUID.class),
				row.getString("shop_name"), new Money(row.getBigDecimal("price")), row.getInt("stock"),
				row.getObject("updated_at", OffsetDateTime.class).toInstant(),
				row.getObject("created_at", OffsetDateTime.class).toInstant());
	}

	/** As text, within what the database knows. */
	private static String instant(String key) {
		Instant at = Instant.parse(key);
		if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
			throw new IllegalArgumentException("No offer was made then");
		}
		return at.toString();
	}

}
