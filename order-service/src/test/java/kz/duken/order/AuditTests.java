package kz.duken.order;

import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import kz.duken.commons.audit.OwnAudit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@UnhurriedOrderServiceTest
@ExtendWith(OutputCaptureExtension.class)
class AuditTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	JdbcClient sql;

	@Autowired
	OwnAudit audit;

	@Autowired
	MeterRegistry meters;

	private UUID order = UUID.randomUUID();

	private List<Long> before = List.of();

	@BeforeEach
	void anOrder() {
		this.before = violations();
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		this.neighbours.isWell(buyer);
		this.order = this.store.order(buyer).orderId();
	}

	private List<Long> violations() {
		return this.audit.look().stream().map(OwnAudit.Finding::violations).toList();
	}

	@Test
	void whatTheServiceDoesBreaksNoRule() {
		assertThat(violations()).hasSize(8).isEqualTo(this.before);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"Each payment status tells what was refunded | update purchase_order set payment_status = 'REFUNDED' where id = :id",
			"Each order stands where its shipments stand | update purchase_order set status = 'DELIVERED' where id = :id",
			"Each order's history is legal | insert into order_history (order_id, type, detail) values (:id, 'REJECTED', '')",
			"Each ended shipment has what is to be settled for it, and no other has | insert into settlement"
					+ " (order_id, shop_id, kind, lease_until, done_at) select order_id, shop_id, 'RESTOCK', now(), now()"
					+ " from shipment where order_id = :id limit 1",
			"Each shipment's history is legal | update shipment set status = 'SHIPPED' where order_id = :id" })
	void aBrokenRuleIsFoundAndTold(String rule, String damage, CapturedOutput output) {
		assertThat(this.sql.sql(damage).param("id", this.order).update()).isPositive();

		List<OwnAudit.Finding> found = this.audit.look();

		OwnAudit.Finding broken = found.stream()
			.filter((finding) -> finding.rule().equals(rule))
			.findFirst()
			.orElseThrow();
		assertThat(broken.violations()).isPositive();
		assertThat(this.meters.get("duken.audit.violations").tag("rule", rule).gauge().value())
			.isEqualTo((double) broken.violations());
		assertThat(output.getOut().lines())
			.anyMatch((line) -> line.contains("ERROR") && line.contains(": " + rule + ", such as " + broken.example()));
		repair();
	}

	private void repair() {
		this.sql.sql("update shipment set status = 'PREPARING' where order_id = :id").param("id", this.order).update();
		this.sql.sql("""
				update purchase_order set status = 'CONFIRMED', payment_status = 'PAID' where id = :id
				""").param("id", this.order).update();
	}

}
