package kz.duken.order;

import java.util.List;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What a request cannot settle is settled later, with nobody's help. */
@OrderServiceTest
class LateSettlementTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	OpenOrders open;

	@Autowired
	Settlements settlements;

	private final Buyer buyer = Buyer.ofThingsFromTwoShops();

	@BeforeEach
	void allIsWell() {
		this.neighbours.isWell(this.buyer);
	}

	static List<UrlPattern> whatIsAsked() {
		return List.of(Neighbours.RESTOCK, Neighbours.REFUND);
	}

	@ParameterizedTest
	@MethodSource("whatIsAsked")
	void whatCannotBeSettledYetIsSettledLater(UrlPattern call) {
		UUID id = placed();
		this.neighbours.fails(call, Neighbours.outage());

		Store.Answer answer = this.store.cancel(this.buyer, id);
		this.neighbours.heals();

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.orderStatus()).isEqualTo("CANCELLED");
		assertThat(answer.body().path("paymentStatus").asString())
			.isEqualTo(call.equals(Neighbours.REFUND) ? "PAID" : "REFUNDED");
		this.open.isSettled(id);
		assertThat(this.store.history(this.buyer, id)).containsOnlyOnce("CONFIRMED").hasSize(7);
	}

	@Test
	void theMoneyOfOneShopMayBeBackBeforeTheOthers() {
		UUID id = placed();
		this.neighbours.stubs()
			.stubFor(WireMock.put("/internal/refunds/" + id + "/" + this.buyer.item().shopId())
				.atPriority(1)
				.willReturn(Neighbours.outage()));

		Store.Answer answer = this.store.cancel(this.buyer, id);

		assertThat(answer.body().path("paymentStatus").asString()).isEqualTo("PARTIALLY_REFUNDED");
		this.neighbours.heals();
		this.open.isSettled(id);
		assertThat(this.store.order(this.buyer, id).body().path("paymentStatus").asString()).isEqualTo("REFUNDED");
	}

	@Test
	void aCodeThatCannotBeGivenBackYetIsGivenBackLater() {
		this.neighbours.hasPromoCode(this.buyer, "SPRING", "0");
		UUID id = placed();
		this.neighbours.fails(Neighbours.UNREDEEM, Neighbours.outage());

		assertThat(this.store.cancel(this.buyer, id).body().path("paymentStatus").asString()).isEqualTo("REFUNDED");
		assertThat(this.settlements.isAnyLeft(id)).isTrue();
		this.neighbours.heals();

		this.open.isSettled(id);
	}

	@Test
	void aShopThatCannotBePaidYetIsPaidLater() {
		Seller seller = Seller.of(this.store, this.neighbours, this.buyer);
		UUID id = placed();
		seller.ship(id);
		seller.step(id, "deliver");
		this.neighbours.fails(Neighbours.CREDIT, Neighbours.outage());

		assertThat(this.store.receive(this.buyer, id, seller.shopId()).status()).isEqualTo(200);
		int before = this.neighbours.calls(Neighbours.CREDIT, id);
		this.neighbours.heals();

		this.open.isSettled(id);
		assertThat(this.neighbours.calls(Neighbours.CREDIT, id)).isGreaterThan(before);
	}

	private UUID placed() {
		UUID id = this.store.order(this.buyer).orderId();
		this.open.comesToItsEnd(this.buyer, id, "CONFIRMED");
		return id;
	}

}
