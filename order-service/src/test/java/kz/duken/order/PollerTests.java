package kz.duken.order;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an outage has left does not wait for one look after the other. */
@OrderServiceTest
@TestPropertySource(properties = { "duken.checkout.poll=1h", "duken.checkout.lease=1m", "duken.checkout.batch=10" })
class PollerTests {

	@Autowired
	Neighbours neighbours;

	@Autowired
	Crashes crashes;

	@Autowired
	CheckoutPoller poller;

	@Autowired
	JdbcClient sql;

	@Test
	void oneLookWorksOffALongBacklogThoughSomeOfItFails() {
		List<UUID> left = left(100);
		List<UUID> failing = left.stream().filter((id) -> left.indexOf(id) % 10 == 0).toList();
		failing.forEach(
				(id) -> this.neighbours.fails(WireMock.urlEqualTo("/internal/payments/" + id), Neighbours.outage()));

		this.poller.goOnWithOrders();

		Awaitility.await().untilAsserted(() -> assertThat(open(left)).containsExactlyInAnyOrderElementsOf(failing));
		assertThat(failing).allMatch((id) -> this.neighbours.calls(Neighbours.PAY, id) == 1);
		workOff(failing);
	}

	private void workOff(List<UUID> failing) {
		this.neighbours.heals();
		this.crashes.endLeases(failing);
		this.poller.goOnWithOrders();
		Awaitility.await().until(() -> open(failing).isEmpty());
	}

	/** They are to be paid next, and all leases are over. */
	private List<UUID> left(int many) {
		this.neighbours.isWell();
		this.neighbours.stubs()
			.stubFor(WireMock.put(Neighbours.PAY)
				.willReturn(WireMock.okJson("{\"outcome\": \"PAID\"}").withFixedDelay(50)));
		List<UUID> orders = Stream.generate(Buyer::ofOneThing)
			.limit(many)
			.map((buyer) -> this.crashes.leaveUntaken(buyer, CheckoutStep.PAY))
			.toList();
		this.crashes.endLeases(orders);
		return orders;
	}

	private List<@Nullable UUID> open(List<UUID> orders) {
		return this.sql.sql("select id from purchase_order where step <> 'END' and id in (:orders)")
			.param("orders", orders)
			.query(UUID.class)
			.list();
	}

}
