package kz.duken.cart;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import kz.duken.commons.audit.OwnAudit;
import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A code that was deleted and is made again keeps the uses that stand. */
@ServiceTest
class PromoCodeMadeAnewTests {

	@Autowired
	private RestTestClient client;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private OwnAudit audit;

	private Promotion promotion;

	@BeforeEach
	void aCode() {
		this.promotion = new Promotion(this.client, this.jdbc);
	}

	@Test
	void aDeletedCodeAppliesNoMore() {
		Calls customer = new Calls(this.client);
		customer.add(new Market().offered(), 1);
		this.promotion.make(Map.of("percent", 5, "usageLimit", 2));
		customer.attach(this.promotion.code());
		this.promotion.redeem(UUID.randomUUID(), UUID.randomUUID());
		assertThat(this.promotion.admin(HttpMethod.DELETE, "/" + this.promotion.code().toLowerCase(Locale.ROOT), null)
			.status()).isEqualTo(204);
		assertThat(this.promotion.delete().slug()).isEqualTo("not-found");
		assertThat(customer.cart().amount("discount")).isEqualByComparingTo("0");
		assertThat(this.promotion.redeem(UUID.randomUUID(), UUID.randomUUID())).isEqualTo("NOT_APPLICABLE EXPIRED");
		this.promotion.make(Map.of("percent", 5, "usageLimit", 2));
		assertThat(this.promotion.used()).isOne();
	}

	@Test
	void aCodeThatIsMadeAnewWithALowerLimitIsUsedUpUntilFewerUsesStand() {
		this.promotion.make(Map.of("percent", 5, "usageLimit", 3));
		List<UUID> orders = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
		orders.forEach((order) -> assertThat(this.promotion.redeem(order, UUID.randomUUID())).isEqualTo("REDEEMED"));
		this.promotion.delete();
		this.promotion.make(Map.of("percent", 5, "usageLimit", 2));
		assertThat(this.promotion.used()).isEqualTo(2);

		this.promotion.release(orders.get(0));

		assertThat(this.promotion.redeem(UUID.randomUUID(), UUID.randomUUID())).isEqualTo("NOT_APPLICABLE USED_UP");
		this.promotion.release(orders.get(1));
		assertThat(this.promotion.used()).isOne();
		assertThat(this.promotion.redeem(UUID.randomUUID(), UUID.randomUUID())).isEqualTo("REDEEMED");
		assertThat(violations()).isZero();
	}

	@Test
	void aCodeThatIsMadeAnewHasLimitsForWhatComesAfterwards() {
		UUID customer = UUID.randomUUID();
		this.promotion.make(Map.of("percent", 5));
		this.promotion.redeem(UUID.randomUUID(), customer);
		this.promotion.redeem(UUID.randomUUID(), customer);
		this.promotion.delete();
		this.promotion.make(Map.of("percent", 5, "perCustomerLimit", 1));

		assertThat(this.promotion.redeem(UUID.randomUUID(), customer)).isEqualTo("NOT_APPLICABLE USED_BY_CUSTOMER");
		assertThat(this.promotion.redeem(UUID.randomUUID(), UUID.randomUUID())).isEqualTo("REDEEMED");
		assertThat(violations()).isZero();
	}

	@Test
	void aCodeIsMadeAnewWhileUsesComeAndGo() {
		this.promotion.make(Map.of("percent", 5));
		for (int i = 0; i < 15; i++) {
			UUID given = UUID.randomUUID();
			this.promotion.redeem(given, UUID.randomUUID());
			this.promotion.delete();
			AllAtOnce.run(List.of(() -> this.promotion.tryToMake(Map.of("percent", 5)).slug(),
					() -> this.promotion.release(given),
					() -> this.promotion.redeem(UUID.randomUUID(), UUID.randomUUID())));
			assertThat(violations()).isZero();
		}
	}

	/** How many rules this code breaks. */
	private long violations() {
		return this.audit.look()
			.stream()
			.filter((finding) -> String.valueOf(finding.example()).startsWith(this.promotion.code()))
			.count();
	}

}
