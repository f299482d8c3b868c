package kz.duken.order;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders whose checkout still runs. */
class OpenOrders {

	private final Store store;

	private final Neighbours neighbours;

	private final JdbcClient sql;

	OpenOrders(Store store, Neighbours neighbours, JdbcClient sql) {
		this.store = store;
		this.neighbours = neighbours;
		this.sql = sql;
	}

	/** What is left is worked off, so that no test meets the work of another. */
	void areWorkedOff(Duration atMost) {
		this.neighbours.heals();
		Awaitility.await()
			.atMost(atMost)
			.until(() -> this.sql.sql("select count(*) from purchase_order where step <> 'END'")
				.query(Long.class)
				.single() == 0);
	}

	/** It gets there with nobody's help. */
	void comesToItsEnd(Buyer buyer, UUID id, String status) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(6))
			.until(() -> this.store.order(buyer, id).orderStatus().equals(status));
	}

}
