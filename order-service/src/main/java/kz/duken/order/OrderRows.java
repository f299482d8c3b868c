package kz.duken.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Reads whole orders, lines and shipments included, each by one statement: what is seen
 * was true at one moment.
 */
@Component
class OrderRows implements RowMapper<Order> {

	/** To be followed by {@code where …}. */
	static final String SELECT = """
			select o.*,
				(select coalesce(json_agg(json_build_object('itemId', l.cart_item_id, 'productId', l.product_id,
						'shopId', l.shop_id, 'name', l.name, 'unitPrice', l.unit_price, 'quantity', l.quantity)
						order by l.position), '[]')
					from order_line l where l.order_id = o.id) as lines,
				(select coalesce(json_agg(json_build_object('shopId', s.shop_id, 'shopName', s.shop_name,
						'status', s.status, 'sum', s.sum, 'discount', s.discount, 'total', s.total,
						'trackingNumber', s.tracking_number)
						order by s.shop_name, s.shop_id), '[]')
					from shipment s where s.order_id = o.id) as shipments
			from purchase_order o
			""";

	private final ObjectReader lines;

	private final ObjectReader shipments;

	private final ObjectReader address;

	private final ObjectReader rejection;

	OrderRows(JsonMapper json) {
		// a problem's amounts stay exact
		ObjectReader exact = json.reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
		this.lines = exact.forType(new TypeReference<List<OrderLine>>() {
		});
		this.shipments = exact.forType(new TypeReference<List<Shipment>>() {
		});
		this.address = exact.forType(DeliveryAddress.class);
		this.rejection = exact.forType(Rejection.class);
	}

	@Override
	public Order mapRow(ResultSet row, int number) throws SQLException {
		return new Order(row.getObject("id", UUID.class), row.getString("number"),
				row.getObject("customer_id", UUID.class), CheckoutStep.valueOf(row.getString("step")),
				OrderStatus.valueOf(row.getString("status")), PaymentStatus.valueOf(row.getString("payment_status")),
				this.lines.readValue(row.getString("lines")), money(row, "sum"), money(row, "discount"),
				money(row, "total"), this.address.readValue(row.getString("delivery_address")),
				row.getString("comment"), this.shipments.readValue(row.getString("shipments")),
				rejection(row.getString("rejection")), instant(row, "placed_at"), instant(row, "deadline"));
	}

	private @Nullable Rejection rejection(@Nullable String text) {
		return (text != null) ? this.rejection.readValue(text) : null;
	}

	private static Money money(ResultSet row, String column) throws SQLException {
		return new Money(row.getBigDecimal(column));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
