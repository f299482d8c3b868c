package kz.duken.order;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What must not be, the database refuses too. */
@UnhurriedOrderServiceTest
class DatabaseRulesTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	JdbcClient sql;

	private UUID id = UUID.randomUUID();

	@BeforeEach
	void anOrder() {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		this.neighbours.isWell(buyer);
		this.id = this.store.order(buyer).orderId();
	}

	@ParameterizedTest
	@ValueSource(strings = { "update order_history set detail = '' where order_id = :id",
			"delete from order_history where order_id = :id", "update order_line set quantity = 1 where order_id = :id",
			"delete from order_line where order_id = :id", "update shipment set total = 1 where order_id = :id",
			"delete from shipment where order_id = :id", "delete from settlement where order_id = :id",
			"update purchase_order set customer_id = id where id = :id", "truncate order_history" })
	void nobodyMay(String statement) {
		assertThatThrownBy(() -> this.sql.sql(statement).param("id", this.id).update())
			.hasStackTraceContaining("permission denied");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"update purchase_order set sum = sum + 1, total = total + 1 where id = :id | does not add up",
			"update purchase_order set total = total - 1 where id = :id | total_is_sum_less_discount",
			"update purchase_order set status = 'PENDING' where id = :id | pending_until_the_end",
			"update purchase_order set step = 'RELEASE', rejection = '{}' where id = :id | payment_goes_with_the_step",
			"update purchase_order set payment_status = 'PENDING' where id = :id | payment_goes_with_the_step",
			"update purchase_order set rejection = '{}' where id = :id | refused_for_a_reason",
			"delete from purchase_order where id = :id | violates foreign key",
			"insert into order_history (order_id, type, detail) values (:id, 'PAID', '') | happens_once",
			"insert into order_history (order_id, type, detail) values (:id, 'CANCELLED', '') | shop_goes_with_the_type",
			"insert into shipment (order_id, shop_id, shop_name, sum, discount, total)"
					+ " values (:id, gen_random_uuid(), '', 1, 0, 1) | does not add up",
			"insert into order_line select order_id, 99, shop_id, gen_random_uuid(), cart_item_id, name, unit_price, 1"
					+ " from order_line where order_id = :id and position = 1 | does not add up" })
	void cannotBe(String statement, String reason) {
		assertThatThrownBy(() -> this.sql.sql(statement).param("id", this.id).update()).hasStackTraceContaining(reason);
	}

	@Test
	void aCustomerHasOnePendingOrder() {
		String draft = """
				insert into purchase_order (id, customer_id, idempotency_key, request_hash, delivery_address, placed_at,
					deadline, lease_until)
				values (gen_random_uuid(), :id, gen_random_uuid(), repeat('0', 64), '{}', now(), now() + interval '1 s',
					now() + interval '5 s')
				""";
		assertThat(this.sql.sql(draft).param("id", this.id).update()).isEqualTo(1);

		assertThatThrownBy(() -> this.sql.sql(draft).param("id", this.id).update())
			.hasStackTraceContaining("one_pending_order_per_customer");
		this.sql.sql("delete from purchase_order where customer_id = :id").param("id", this.id).update();
	}

}
