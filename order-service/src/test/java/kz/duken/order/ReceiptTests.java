package kz.duken.order;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/** A receipt is a page to be printed. */
@UnhurriedOrderServiceTest
class ReceiptTests {

	@Autowired
	Store store;

	@Autowired
	Neighbours neighbours;

	@Autowired
	Crashes crashes;

	@Autowired
	OpenOrders open;

	@Test
	void aReceiptIsAPageThatRunsNothing() {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		this.neighbours.isWell(buyer);

		String page = receipt(buyer, this.store.order(buyer).orderId());

		assertThat(page).contains("200,03").contains("Айгерим").contains("being prepared");
	}

	@Test
	void ofARejectedOrderNothingIsBeingPrepared() {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		this.neighbours.isWell(buyer);
		this.neighbours.answers(Neighbours.PAY, "{\"outcome\": \"INSUFFICIENT_FUNDS\", \"balance\": 0}");
		this.store.order(buyer);

		String page = receipt(buyer, UUID.fromString(this.store.rejected(buyer).at("/0/id").asString()));

		assertThat(page).contains(": rejected").contains("Payment: not paid.").doesNotContain("being prepared");
	}

	@Test
	void ofAPendingOrderNothingIsBeingPreparedYet() {
		Buyer buyer = Buyer.ofOneThing();
		UUID id = this.crashes.leaveUntaken(buyer, CheckoutStep.PAY);

		assertThat(receipt(buyer, id)).contains(": not confirmed yet").doesNotContain("being prepared");
		this.open.areWorkedOff();
	}

	@Test
	void whatWasRefundedIsTold() {
		Buyer buyer = Buyer.ofThingsFromTwoShops();
		this.neighbours.isWell(buyer);
		UUID id = this.store.order(buyer).orderId();
		assertThat(receipt(buyer, id)).doesNotContain("Refunded");

		Seller.of(this.store, this.neighbours, buyer).step(id, "cancel");
		assertThat(receipt(buyer, id)).contains("paid, part of it refunded")
			.containsPattern("Refunded.+−200,00<")
			.contains(": cancelled")
			.contains(": being prepared");

		this.store.cancel(buyer, id);
		assertThat(receipt(buyer, id)).containsPattern("Refunded.+−200,03<");
	}

	@Test
	void whatPeopleWroteRunsNothingInAReceipt() {
		Buyer buyer = Buyer.ofOneThing();
		this.neighbours.isWell(buyer);
		this.neighbours.callsThings(buyer, "<script>alert(1)</script>");
		UUID order = this.store
			.order(buyer, "k1", this.store.body(buyer).replace("Айгерим", "<img src=x onerror=alert(1)>"))
			.orderId();

		String page = receipt(buyer, order);

		assertThat(page).doesNotContain("<script")
			.doesNotContain("<img")
			.contains("&lt;img")
			.contains("Shop &lt;script&gt;")
			.contains("Product &lt;script&gt;");
	}

	@Test
	void aLongReceiptIsDense() {
		Buyer few = Buyer.ofThingsFromTwoShops();
		Buyer many = new Buyer();
		for (int i = 0; i < 30; i++) {
			many.with("10", 1);
		}
		this.neighbours.isWell(few, many);

		assertThat(receipt(many, this.store.order(many).orderId())).contains("columns:2");
		assertThat(receipt(few, this.store.order(few).orderId())).doesNotContain("columns:2");
	}

	@Test
	void aReceiptOfShopsWithLongNamesIsDense() {
		Buyer buyer = new Buyer();
		for (int i = 0; i < 9; i++) {
			buyer.with("10", 1);
		}
		this.neighbours.isWell(buyer);
		assertThat(receipt(buyer, this.store.order(buyer).orderId())).doesNotContain("columns:2");

		this.neighbours.callsShops(buyer, "with a name that is as long as any may be ".repeat(3));

		assertThat(receipt(buyer, this.store.order(buyer).orderId())).contains("columns:2");
	}

	private String receipt(Buyer whose, UUID order) {
		return String.valueOf(this.store.client()
			.get()
			.uri("/api/orders/" + order + "/receipt")
			.headers((headers) -> headers.setBearerAuth(whose.token()))
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.expectHeader()
			.valueMatches("Content-Security-Policy",
					"default-src 'none'; style-src 'sha256-.+'; frame-ancestors 'none'")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());
	}

}
