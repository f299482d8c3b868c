package kz.duken.shop.pricelist;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import kz.duken.commons.money.Money;
import kz.duken.shop.offer.SheetOffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShelfTests {

	private static final UUID A = UUID.randomUUID();

	private static final UUID B = UUID.randomUUID();

	private static SheetOffer offer(UUID product, @Nullable String sku, boolean live) {
		return new SheetOffer(UUID.randomUUID(), product, sku, Money.of(100), 5, 0, live);
	}

	private static SheetOffer sold(int pieces, int left, boolean live) {
		return new SheetOffer(UUID.randomUUID(), A, null, Money.of(100), left, -pieces, live);
	}

	private static PriceLine line(@Nullable String sku, String price, int stock) {
		return new PriceLine(sku, A, null, null, null, Money.of(price), stock);
	}

	private static Shelf shelf(SheetOffer... offers) {
		return new Shelf(List.of(offers), Map.of(), false);
	}

	@ParameterizedTest
	@CsvSource({ "100,5,Keep", "100.00,6,Change", "150,5,Change", "150.01,5,Refuse", "50,5,Change", "49.99,5,Refuse" })
	void aPriceMayChangeByHalf(String price, int stock, String effect) {
		assertThat(shelf(offer(A, null, true)).effect(A, line(null, price, stock)).getClass().getSimpleName())
			.isEqualTo(effect);
		Effect forced = new Shelf(List.of(offer(A, null, true)), Map.of(), true).effect(A, line(null, price, stock));
		assertThat(forced).isNotInstanceOf(Effect.Refuse.class);
	}

	@Test
	void whatWasOrderedSinceIsNotThereAgain() {
		assertThat(shelf(sold(2, 3, true)).effect(A, line(null, "100", 5))).isEqualTo(new Effect.Keep());
		assertThat(shelf(sold(2, 9, true)).effect(A, line(null, "100", 5)))
			.matches((effect) -> effect instanceof Effect.Change change && change.stock() == 3);
		assertThat(shelf(sold(2, 0, true)).effect(A, line(null, "100", 1))).isEqualTo(new Effect.Keep());
		assertThat(shelf(sold(-1, 6, true)).effect(A, line(null, "100", 5))).isEqualTo(new Effect.Keep());
		assertThat(shelf(sold(2, 3, false)).effect(A, line(null, "9", 5))).isEqualTo(new Effect.Create(3));
		assertThat(shelf().effect(A, line(null, "9", 5))).isEqualTo(new Effect.Create(5));
	}

	@Test
	void aDeletedOfferComesBackAtAnyPrice() {
		assertThat(shelf(offer(A, null, false)).effect(A, line(null, "9", 1))).isInstanceOf(Effect.Create.class);
		assertThat(shelf().effect(A, line(null, "9", 1))).isInstanceOf(Effect.Create.class);
		assertThat(shelf().effect(null, line("S", "9", 1))).isInstanceOf(Effect.Create.class);
	}

	@Test
	void aSkuThatIsNotSaidStays() {
		assertThat(shelf(offer(A, "S", true)).effect(A, line(null, "100", 5))).isInstanceOf(Effect.Keep.class);
		assertThat(shelf(offer(A, "S", true)).effect(A, line("S", "100", 5))).isInstanceOf(Effect.Keep.class);
		assertThat(shelf(offer(A, "S", true)).effect(A, line("T", "100", 5)))
			.matches((effect) -> effect instanceof Effect.Change change && "T".equals(change.sku()));
	}

	@Test
	void aSkuOfAnotherOfferIsRefusedUntilItIsGivenUp() {
		var shelf = new Shelf(List.of(offer(A, "S", true), offer(B, "T", true)), Map.of("S", A, "T", B), false);
		assertThat(shelf.effect(B, line("S", "100", 5))).isInstanceOf(Effect.Refuse.class);
		assertThat(shelf.effect(null, line("S", "100", 5))).isInstanceOf(Effect.Refuse.class);
		assertThat(shelf.effect(A, line("U", "100", 5))).isInstanceOf(Effect.Change.class);
		assertThat(shelf.skusPassOn()).isFalse();
		assertThat(shelf.effect(B, line("S", "100", 5))).isInstanceOf(Effect.Change.class);
		assertThat(shelf.skusPassOn()).isTrue();
		assertThat(shelf.released()).containsExactlyInAnyOrder("S", "T");
	}

	@Test
	void whatWasMetIsKnownAgainAmongMany() throws IOException {
		try (var claims = new Claims(10_000)) {
			for (int i = 0; i < 10_000; i++) {
				assertThat(claims.sku("S-" + i)).isTrue();
				assertThat(claims.card("S-" + i)).isTrue();
				claims.release("S-" + i);
			}
			for (int i = 0; i < 10_000; i++) {
				assertThat(claims.sku("S-" + i)).isFalse();
				assertThat(claims.card("S-" + i)).isFalse();
				assertThat(claims.isReleased("S-" + i)).isTrue();
			}
			assertThat(claims.isReleased("S")).isFalse();
			assertThat(claims.product(A)).isTrue();
			assertThat(claims.product(A)).isFalse();
		}
	}

	@Test
	void productsOfLinesThatAreDoneAreKnownToAnother() throws IOException {
		List<UUID> done = Stream.generate(UUID::randomUUID).limit(10_000).toList();
		try (var claims = new Claims(10_001); var others = new Claims(10_001)) {
			done.forEach(claims::product);
			claims.sku("S");
			claims.keep();
			claims.product(A);
			claims.save(others::restore);
			assertThat(done).noneMatch(others::product);
			assertThat(others.product(A)).isTrue();
			assertThat(others.sku("S")).isTrue();
		}
	}

}
