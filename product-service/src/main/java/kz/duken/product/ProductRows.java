package kz.duken.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads products from the table. */
@Component
class ProductRows implements RowMapper<Product> {

	/** What {@link #FROM} must be asked for, for a list: no description is read. */
	static final String COLUMNS = columns("null");

	/** The same for a product by itself. */
	static final String ALL_COLUMNS = columns("p.description");

	static final String FROM = "from product p left join shop best_shop on best_shop.id = p.best_shop_id";

	private final JsonMapper json;

	ProductRows(JsonMapper json) {
		this.json = json;
	}

	private static String columns(String description) {
		return """
				p.id, p.name, %s as description, p.brand, p.category_id, p.tags, p.attributes, p.images, p.created_at,
				p.updated_at, p.price, p.offer_count, p.offers_in_stock, p.best_offer_id, p.best_shop_id, p.best_rule,
				best_shop.name as best_shop_name""".formatted(description);
	}

	@Override
	public Product mapRow(ResultSet row, int number) throws SQLException {
		Card card = new Card(row.getString("name"), row.getString("description"), row.getString("brand"),
				row.getObject("category_id", UUID.class), list(row, "tags", String[].class),
				list(row, "attributes", Attribute[].class), list(row, "images", String[].class));
		int inStock = row.getInt("offers_in_stock");
		return new Product(row.getObject("id", UUID.class), card, price(row), inStock > 0, row.getInt("offer_count"),
				bestOffer(row, inStock), instant(row, "created_at"), instant(row, "updated_at"));
	}

	private <T> List<T> list(ResultSet row, String column, Class<T[]> type) throws SQLException {
		return Arrays.asList(this.json.readValue(row.getString(column), type));
	}

	private static @Nullable BestOffer bestOffer(ResultSet row, int shopsInStock) throws SQLException {
		String rule = row.getString("best_rule");
		Money price = price(row);
		if (rule == null || price == null) {
			return null;
		}
		BestOfferRule known = BestOfferRule.valueOf(rule);
		return new BestOffer(row.getObject("best_offer_id", UUID.class), row.getObject("best_shop_id", UUID.class),
				row.getString("best_shop_name"), price, known, known.reason(shopsInStock));
	}

	private static @Nullable Money price(ResultSet row) throws SQLException {
		return (row.getBigDecimal("price") != null) ? new Money(row.getBigDecimal("price")) : null;
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
