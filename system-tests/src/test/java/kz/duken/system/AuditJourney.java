package kz.duken.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The audit finds nothing in a store that was left alone, and what somebody has done to
 * it behind its back.
 */
class AuditJourney {

	@BeforeAll
	static void up() {
		Store.up();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"update shop.offer set stock = stock + 1 where id = :offer | update shop.offer set stock = stock - 1 where id = :offer",
			"update customer.payment set sum = sum + 1, total = total + 1 where order_id = :order | update customer.payment set sum = sum - 1, total = total - 1 where order_id = :order",
			"update orders.purchase_order set status = 'DELIVERED' where id = :order | update orders.purchase_order set status = 'CONFIRMED' where id = :order",
			"update shop.reservation set committed_at = null where order_id = :order | update shop.reservation set committed_at = now() where order_id = :order",
			"delete from cart.taken_order where order_id = :order | insert into cart.taken_order select id, customer_id from orders.purchase_order where id = :order",
			"update customer.ledger_entry set amount = amount + 1 where account_owner_id = :order | update customer.ledger_entry set amount = amount - 1 where account_owner_id = :order" })
	void damageIsFound(String damage, String repair) throws SQLException {
		Wares wares = Wares.offered("100", 10);
		Person customer = Person.registered().withMoney("1000");
		wares.intoCartOf(customer, 2).expect(201);
		String order = customer.order(Person.newKey()).expect(201).text("/id");
		String offer = wares.owner()
			.get("/api/shops/" + wares.shopId() + "/offers/" + wares.productId())
			.expect(200)
			.text("/id");
		assertThat(Store.run("audit")).isZero();

		behindItsBack(damage, order, offer);
		int found = Store.run("audit", "--wait", "0");
		behindItsBack(repair, order, offer);

		assertThat(found).isEqualTo(1);
		assertThat(Store.run("audit")).isZero();
	}

	/** As the superuser, and past the triggers that would refuse it. */
	private static void behindItsBack(String statement, String order, String offer) throws SQLException {
		try (Connection connection = DriverManager.getConnection(Store.topology().at("/database/url").asString(),
				"postgres", Store.topology().at("/database/roles/postgres").asString());
				var sql = connection.createStatement()) {
			sql.execute("set session_replication_role = replica");
			sql.executeUpdate(statement.replace(":order", "'" + order + "'").replace(":offer", "'" + offer + "'"));
		}
	}

}
