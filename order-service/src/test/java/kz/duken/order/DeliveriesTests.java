package kz.duken.order;

import java.util.UUID;

import kz.duken.test.AllAtOnce;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What was delivered is taken for received after a while. */
@UnhurriedOrderServiceTest
class DeliveriesTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	OpenOrders open;

	@Autowired
	Deliveries deliveries;

	@Autowired
	JdbcClient sql;

	private final Buyer buyer = Buyer.ofThingsFromTwoShops();

	private Seller seller;

	private UUID id = UUID.randomUUID();

	@BeforeEach
	void thereIsAnOrder() {
		this.neighbours.isWell(this.buyer);
		this.seller = Seller.of(this.store, this.neighbours, this.buyer);
		this.id = this.store.order(this.buyer).orderId();
	}

	@AfterEach
	void everythingIsSettled() {
		this.open.areWorkedOff();
	}

	@Test
	void whatASlowCustomerDoesNotConfirmIsTakenForReceived() {
		this.seller.ship(this.id);
		this.seller.step(this.id, "deliver");
		this.deliveries.takeForReceived();
		assertThat(this.store.history(this.buyer, this.id)).doesNotContain("RECEIVED");
		this.sql.sql("update shipment set delivered_at = delivered_at - interval '73 h' where delivered_at is not null")
			.update();

		AllAtOnce.run(3, () -> {
			this.deliveries.takeForReceived();
			return true;
		});

		assertThat(this.store.history(this.buyer, this.id)).containsOnlyOnce("RECEIVED");
		this.open.areWorkedOff();
		assertThat(this.neighbours.calls(Neighbours.CREDIT, this.id)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "71 h 59 min, false", "72 h 1 min, true" })
	void threeDaysAreThreeDays(String ago, boolean received) {
		this.seller.ship(this.id);
		this.seller.step(this.id, "deliver");
		this.sql
			.sql("update shipment set delivered_at = now() - cast(? as interval) where order_id = ? and shop_id = ?")
			.params(ago, this.id, this.seller.shopId())
			.update();

		this.deliveries.takeForReceived();

		assertThat(this.store.history(this.buyer, this.id).contains("RECEIVED")).isEqualTo(received);
	}

	@Test
	void aDeliveryThatCannotBeTakenForReceivedKeepsNoOtherWaiting() {
		UUID broken = this.id;
		this.seller.ship(this.id);
		this.seller.step(this.id, "deliver");
		this.id = this.store.order(this.buyer).orderId();
		this.seller.ship(this.id);
		this.seller.step(this.id, "deliver");
		this.sql
			.sql("insert into settlement (order_id, shop_id, kind, lease_until, done_at) "
					+ "values (?, ?, 'CREDIT', now(), now())")
			.params(broken, this.seller.shopId())
			.update();
		this.sql.sql("update shipment set delivered_at = now() - interval '75 h' where order_id = ? and shop_id = ?")
			.params(broken, this.seller.shopId())
			.update();
		this.sql.sql("update shipment set delivered_at = now() - interval '74 h' where order_id = ? and shop_id = ?")
			.params(this.id, this.seller.shopId())
			.update();

		this.deliveries.takeForReceived();

		assertThat(this.store.history(this.buyer, broken)).doesNotContain("RECEIVED");
		assertThat(this.store.history(this.buyer, this.id)).contains("RECEIVED");
		this.sql.sql("update shipment set status = 'RECEIVED' where order_id = ? and shop_id = ?")
			.params(broken, this.seller.shopId())
			.update();
	}

}
