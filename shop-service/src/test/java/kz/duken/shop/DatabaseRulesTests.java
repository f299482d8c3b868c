package kz.duken.shop;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the service must not do, its role cannot do. */
class DatabaseRulesTests extends MarketTest {

	@ParameterizedTest
	@ValueSource(strings = { "update stock_movement set quantity = 1", "delete from stock_movement",
			"update offer_history set price = 1", "delete from offer_history", "update restock set at = now()",
			"update reservation_line set quantity = 1", "delete from reservation_line",
			"delete from reservation_refusal", "update reservation_refusal set available = 1", "delete from restock",
			"delete from reservation", "delete from offer", "delete from shop", "delete from card",
			"truncate stock_movement", "alter table offer drop constraint offer_stock_not_negative" })
	void thePastCannotBeRewritten(String sql) {
		assertThatThrownBy(() -> this.database.sql(sql).update()).rootCause()
			.hasMessageMatching("(?s).*(permission denied|must be owner).*");
	}

	@Test
	void stockIsNeverNegative() {
		UUID product = this.market.offered(this.market.shop(), "10", 1);
		assertThatThrownBy(() -> this.database.sql("update offer set stock = -1 where product_id = :id")
			.param("id", product)
			.update()).hasMessageContaining("offer_stock_not_negative");
	}

	@Test
	void aCommittedReservationCannotBeReleased() {
		UUID shop = this.market.shop();
		UUID order = UUID.randomUUID();
		this.market.reserve(order, Market.line(shop, this.market.offered(shop, "10", 1), 1, "10"));
		this.market.put("/internal/reservations/" + order + "/commit", Market.ORDERS, "");
		assertThatThrownBy(() -> this.database.sql("update reservation set released_at = now() where order_id = :id")
			.param("id", order)
			.update()).hasMessageContaining("reservation_committed_or_released");
	}

}
