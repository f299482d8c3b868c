package kz.duken.order;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders whose checkout still runs, or of which something is left to settle. */
class OpenOrders {

	/** Nothing that a test waits for takes so long; no lease does. */
	private static final Duration LONG = Duration.ofMinutes(2);

	private final Store store;

	private final Neighbours neighbours;

	private final Settlements settlements;

	private final CheckoutPoller poller;

	private final JdbcClient sql;

	OpenOrders(Store store, Neighbours neighbours, Settlements settlements, CheckoutPoller poller, JdbcClient sql) {
		this.store = store;
		this.neighbours = neighbours;
		this.settlements = settlements;
		this.poller = poller;
		this.sql = sql;
	}

	/** What is left is worked off, so that no test meets the work of another. */
	void areWorkedOff() {
		allIsWell();
		endLeases();
		Awaitility.await().atMost(LONG).until(() -> {
			this.poller.goOnWithOrders();
			this.poller.goOnWithSettlements();
			return isNothingLeft();
		});
	}

	/** All of them get there with nobody's help. */
	void comeToTheirEnd() {
		allIsWell();
		Awaitility.await().atMost(LONG).until(this::isNothingLeft);
	}

	/** It gets there with nobody's help. */
	void comesToItsEnd(Buyer buyer, UUID id, String status) {
		Awaitility.await().atMost(LONG).until(() -> this.store.order(buyer, id).orderStatus().equals(status));
	}

	/** All that its shipments have left to do is done. */
	void isSettled(UUID id) {
		Awaitility.await().atMost(LONG).until(() -> !this.settlements.isAnyLeft(id));
	}

	private void allIsWell() {
		this.neighbours.heals();
		this.neighbours.isWell();
	}

	/** All but those of rows that somebody is changing in this very moment. */
	private void endLeases() {
		this.sql.sql("""
				update purchase_order set lease_until = clock_timestamp() where id in (
					select id from purchase_order where step <> 'END' for update skip locked)""").update();
		this.sql.sql("""
				update settlement set lease_until = clock_timestamp() where (order_id, shop_id, kind) in (
					select order_id, shop_id, kind from settlement
					where done_at is null for update skip locked)""").update();
	}

	private boolean isNothingLeft() {
		return this.sql.sql("""
				select not exists (select from purchase_order where step <> 'END')
					and not exists (select from settlement where done_at is null)""").query(Boolean.class).single();
	}

}
