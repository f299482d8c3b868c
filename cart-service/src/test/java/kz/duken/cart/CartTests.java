package kz.duken.cart;

import java.util.Map;
import java.util.UUID;

import kz.duken.cart.product.Card;
import kz.duken.cart.shop.Offer;
import kz.duken.cart.shop.OfferKey;
import kz.duken.commons.money.Money;
import kz.duken.commons.problem.NotFound;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CartTests {

	private static final Card CARD = new Card("Phone", null);

	private final Cart cart = new Cart(UUID.randomUUID(), UUID.randomUUID());

	private final Offer phone = offer("100.50", 2000);

	@Test
	void theSameOfferAddsUpAtItsNewPrice() {
		this.cart.add(this.phone, CARD, 2);
		this.cart.add(at(this.phone, "90", 2000), new Card("Renamed", "/image.svg"), 3);
		CartLine line = onlyLine();
		assertThat(line.quantity()).isEqualTo(5);
		assertThat(line.acceptedPrice()).isEqualTo(Money.of(90));
		assertThat(line.name()).isEqualTo("Phone");
	}

	@Test
	void aLineHoldsAtMost999() {
		this.cart.add(this.phone, CARD, 999);
		assertThatExceptionOfType(QuantityLimit.class).isThrownBy(() -> this.cart.add(this.phone, CARD, 1));
		assertThat(onlyLine().quantity()).isEqualTo(999);
	}

	@Test
	void aLineHoldsNoMoreThanTheShopHas() {
		this.cart.add(at(this.phone, "90", 5), CARD, 3);
		assertThatExceptionOfType(OutOfStock.class).isThrownBy(() -> this.cart.add(at(this.phone, "80", 5), CARD, 3))
			.satisfies((ex) -> assertThat(ex.available()).isEqualTo(5));
		assertThat(onlyLine().quantity()).isEqualTo(3);
		assertThat(onlyLine().acceptedPrice()).isEqualTo(Money.of(90));
	}

	@Test
	void whatIsNotLiveCannotBePutIn() {
		Offer gone = new Offer(UUID.randomUUID(), UUID.randomUUID(), "Shop", "ACTIVE", Money.of(1), 10, false);
		assertThatExceptionOfType(OutOfStock.class).isThrownBy(() -> this.cart.add(gone, CARD, 1))
			.satisfies((ex) -> assertThat(ex.available()).isZero());
		assertThat(this.cart.lines()).isEmpty();
	}

	@Test
	void hasAHundredPlaces() {
		for (int i = 0; i < 100; i++) {
			this.cart.add(offer("1", 1), CARD, 1);
		}
		assertThatExceptionOfType(CartFull.class).isThrownBy(() -> this.cart.add(this.phone, CARD, 1));
		this.cart.remove(this.cart.lines().get(40).id());
		this.cart.add(this.phone, CARD, 1);
		this.cart.add(this.phone, CARD, 1);
		assertThat(this.cart.lines().stream().map(CartLine::place)).hasSize(100).doesNotHaveDuplicates();
	}

	@Test
	void takingAnOrderLeavesWhatWasPutInMeanwhile() {
		Offer tv = offer("5", 9);
		Offer case1 = offer("5", 9);
		this.cart.add(this.phone, CARD, 5);
		this.cart.add(tv, CARD, 1);
		this.cart.add(case1, CARD, 1);
		this.cart.take(Map.of(this.phone.key(), 3, tv.key(), 4, new OfferKey(UUID.randomUUID(), UUID.randomUUID()), 1),
				null);
		assertThat(this.cart.lines()).extracting(CartLine::offer).containsExactly(this.phone.key(), case1.key());
		assertThat(this.cart.lines()).extracting(CartLine::quantity).containsExactly(2, 1);
	}

	@Test
	void aLineIsChangedAndRemovedByItsId() {
		this.cart.add(this.phone, CARD, 5);
		UUID line = onlyLine().id();
		this.cart.change(line, 2, at(this.phone, "70", 2));
		assertThat(onlyLine().quantity()).isEqualTo(2);
		this.cart.remove(line);
		assertThat(this.cart.lines()).isEmpty();
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.cart.remove(line));
	}

	@Test
	void aGoneOfferStillCountsAtTheLastKnownPrice() {
		this.cart.add(this.phone, CARD, 2);
		PricedCart priced = PricedCart.of(this.cart, Map.of());
		assertThat(priced.sum()).isEqualTo(Money.of(201));
		assertThat(priced.lines().getFirst().available()).isFalse();
		assertThat(priced.lines().getFirst().priceChanged()).isFalse();
	}

	private CartLine onlyLine() {
		assertThat(this.cart.lines()).hasSize(1);
		return this.cart.lines().getFirst();
	}

	private static Offer offer(String price, int stock) {
		return new Offer(UUID.randomUUID(), UUID.randomUUID(), "Shop", "ACTIVE", Money.of(price), stock, true);
	}

	private static Offer at(Offer offer, String price, int stock) {
		return new Offer(offer.productId(), offer.shopId(), offer.shopName(), "ACTIVE", Money.of(price), stock, true);
	}

}
