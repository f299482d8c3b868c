package kz.duken.shop.reservation;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import kz.duken.shop.offer.OfferKey;
import kz.duken.shop.offer.StockedOffer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionTests {

	private final StockedOffer phone = offer("100", 3, true);

	private final StockedOffer cable = offer("5", 10, true);

	@Test
	void allLinesAreHeldWhenAllAreThere() {
		Decision decision = Decision.on(List.of(line(this.phone, 3, "100"), line(this.cable, 1, "5.00")),
				List.of(this.phone, this.cable));
		assertThat(decision.answer()).isEqualTo(ReserveAnswer.of(Outcome.RESERVED));
		assertThat(decision.held()).containsExactlyInAnyOrder(new HeldLine(this.phone.id(), 3, Money.of(100)),
				new HeldLine(this.cable.id(), 1, Money.of(5)));
	}

	@Test
	void oneLineShortRefusesAll() {
		Decision decision = Decision.on(List.of(line(this.phone, 4, "100"), line(this.cable, 1, "5")),
				List.of(this.phone, this.cable));
		assertThat(decision.answer().outcome()).isEqualTo(Outcome.OUT_OF_STOCK);
		assertThat(decision.answer().lines()).containsExactly(refused(this.phone, "100", 3));
		assertThat(decision.held()).isEmpty();
	}

	@Test
	void anotherPriceRefusesAll() {
		Decision decision = Decision.on(List.of(line(this.phone, 1, "99"), line(this.cable, 1, "5")),
				List.of(this.phone, this.cable));
		assertThat(decision.answer().outcome()).isEqualTo(Outcome.PRICE_CHANGED);
		assertThat(decision.answer().lines()).containsExactly(refused(this.phone, "100", 3));
		assertThat(decision.held()).isEmpty();
	}

	@Test
	void aChangeOfPriceOutweighsLackOfStock() {
		StockedOffer gone = offer("7", 9, false);
		Decision decision = Decision.on(
				List.of(line(this.phone, 4, "100"), line(this.cable, 11, "4"), line(gone, 1, "6")),
				List.of(this.phone, this.cable, gone));
		assertThat(decision.answer().outcome()).isEqualTo(Outcome.PRICE_CHANGED);
		assertThat(decision.answer().lines()).containsExactly(refused(this.cable, "5", 10));
		assertThat(decision.held()).isEmpty();
	}

	@Test
	void ofAnOfferThatIsNotLiveNothingIsAvailable() {
		StockedOffer gone = offer("7", 9, false);
		Decision decision = Decision.on(List.of(line(gone, 1, "7")), List.of(gone));
		assertThat(decision.answer())
			.isEqualTo(new ReserveAnswer(Outcome.OUT_OF_STOCK, List.of(refused(gone, "7", 0))));
	}

	@Test
	void ofAnOfferThatNeverWasThePriceIsTheOrdersOwn() {
		Decision decision = Decision.on(List.of(line(this.phone, 1, "42")), List.of());
		assertThat(decision.answer().lines()).containsExactly(refused(this.phone, "42", 0));
	}

	private static StockedOffer offer(String price, int stock, boolean live) {
		return new StockedOffer(UUID.randomUUID(), new OfferKey(UUID.randomUUID(), UUID.randomUUID()), Money.of(price),
				stock, live);
	}

	private static ReserveRequest.Line line(StockedOffer offer, int quantity, String price) {
		return new ReserveRequest.Line(offer.key().productId(), offer.key().shopId(), quantity, Money.of(price));
	}

	private static RefusedLine refused(StockedOffer offer, String price, int available) {
		return new RefusedLine(offer.key().productId(), offer.key().shopId(), Money.of(price), available);
	}

}
