package kz.duken.order;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.AllAtOnce;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What an outage has left does not wait for one look after the other. */
@UnhurriedOrderServiceTest
class PollerTests {

	@Autowired
	Neighbours neighbours;

	@Autowired
	OpenOrders open;

	@Autowired
	Crashes crashes;

	@Autowired
	CheckoutProgress progress;

	@Autowired
	CheckoutPoller poller;

	@Autowired
	JdbcClient sql;

	@AfterEach
	void everyOrderIsAtItsEnd() {
		this.open.areWorkedOff();
	}

	@Test
	void oneLookWorksOffALongBacklogThoughSomeOfItFails() {
		List<UUID> left = left(100);
		List<UUID> failing = left.stream().filter((id) -> left.indexOf(id) % 10 == 0).toList();
		failing.forEach(
				(id) -> this.neighbours.fails(WireMock.urlEqualTo("/internal/payments/" + id), Neighbours.outage()));

		this.poller.goOnWithOrders();

		Awaitility.await().untilAsserted(() -> assertThat(open(left)).containsExactlyInAnyOrderElementsOf(failing));
		assertThat(failing).allMatch((id) -> this.neighbours.calls(Neighbours.PAY, id) == 1);
	}

	@Test
	void pollersNeverTakeTheSameOrder() {
		List<UUID> left = left(30);

		List<UUID> taken = AllAtOnce.run(6, () -> this.progress.takeLeases(20)).stream().flatMap(List::stream).toList();

		assertThat(taken).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(left);
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
