package kz.duken.shop.reservation;

import java.util.UUID;

import kz.duken.shop.Answer;
import kz.duken.shop.Market;
import kz.duken.shop.MarketTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReservationTests extends MarketTest {

	private final UUID order = UUID.randomUUID();

	private UUID shop;

	private UUID product;

	@BeforeEach
	void fiveAreOnSale() {
		this.shop = this.market.shop();
		this.product = this.market.offered(this.shop, "10", 5);
	}

	@Test
	void stockIsHeldOnceHoweverOftenItIsAskedFor() {
		Answer first = reserve(2, "10");
		assertThat(first.status()).isEqualTo(200);
		assertThat(first.text("/outcome")).isEqualTo("RESERVED");
		assertThat(first.body().path("lines").isEmpty()).isTrue();
		assertThat(reserve(2, "10").body()).isEqualTo(first.body());
		assertThat(stock()).isEqualTo(3);
	}

	@Test
	void anOrderThatAsksForOtherLinesIsRefused() {
		reserve(2, "10");
		assertThat(reserve(3, "10").slug()).isEqualTo("reservation-differs");
		assertThat(reserve(2, "10.01").slug()).isEqualTo("reservation-differs");
		UUID other = this.market.offered(this.shop, "3", 1);
		assertThat(this.market
			.reserve(this.order, Market.line(this.shop, this.product, 2, "10"), Market.line(this.shop, other, 1, "3"))
			.slug()).isEqualTo("reservation-differs");
		assertThat(reserve(2, "10.00").text("/outcome")).isEqualTo("RESERVED");
		assertThat(stock()).isEqualTo(3);
	}

	@Test
	void aRefusalStaysWhateverHappensToTheStock() {
		Answer refused = reserve(6, "10");
		assertThat(refused.text("/outcome")).isEqualTo("OUT_OF_STOCK");
		assertThat(refused.text("/lines/0/productId")).isEqualTo(this.product.toString());
		assertThat(refused.text("/lines/0/shopId")).isEqualTo(this.shop.toString());
		assertThat(refused.number("/lines/0/available")).isEqualTo(5);
		assertThat(refused.text("/lines/0/price")).isEqualTo("10.00");
		this.market.put(Market.offer(this.shop, this.product), Market.OWNER, "{\"stock\": 100}");
		assertThat(reserve(6, "10").body()).isEqualTo(refused.body());
		assertThat(stock()).isEqualTo(100);
	}

	@Test
	void aPriceThatMovedIsAFactToo() {
		Answer refused = reserve(1, "9.99");
		assertThat(refused.text("/outcome")).isEqualTo("PRICE_CHANGED");
		assertThat(refused.text("/lines/0/price")).isEqualTo("10.00");
		this.market.put(Market.offer(this.shop, this.product), Market.OWNER, "{\"price\": 9.99}");
		assertThat(reserve(1, "9.99").body()).isEqualTo(refused.body());
		assertThat(stock()).isEqualTo(5);
	}

	@Test
	void linesAreHeldAllOrNone() {
		UUID other = this.market.offered(this.shop, "3", 0);
		String[] lines = { Market.line(this.shop, this.product, 1, "10"), Market.line(this.shop, other, 1, "3"),
				Market.line(this.shop, UUID.randomUUID(), 1, "3") };
		Answer refused = this.market.reserve(this.order, lines);
		assertThat(this.market.reserve(this.order, lines).body()).isEqualTo(refused.body());
		assertThat(refused.text("/outcome")).isEqualTo("OUT_OF_STOCK");
		assertThat(refused.body().path("lines").findValuesAsString("available")).containsExactly("0", "0");
		assertThat(stock()).isEqualTo(5);
	}

	@Test
	void aDeletedOfferAndOneOfAShopThatIsNotActiveAreNotSold() {
		UUID deleted = this.market.offered(this.shop, "3", 1);
		this.market.delete(Market.offer(this.shop, deleted), Market.OWNER);
		assertThat(this.market.reserve(UUID.randomUUID(), Market.line(this.shop, deleted, 1, "3")).text("/outcome"))
			.isEqualTo("OUT_OF_STOCK");
		this.market.become(this.shop, "SUSPENDED");
		assertThat(reserve(1, "10").number("/lines/0/available")).isZero();
	}

	@Test
	void firstAskedForAfterItsDeadlineItHasExpired() {
		String line = Market.line(this.shop, this.product, 1, "10");
		Answer expired = this.market.reserveBy(this.order, "2020-01-01T00:00:00Z", line);
		assertThat(expired.text("/outcome")).isEqualTo("EXPIRED");
		assertThat(this.market.reserve(this.order, line).body()).isEqualTo(expired.body());
		assertThat(stock()).isEqualTo(5);
	}

	@Test
	void aReservationMadeInTimeIsStillToldAfterTheDeadline() {
		reserve(1, "10");
		Answer late = this.market.reserveBy(this.order, "2020-01-01T00:00:00Z",
				Market.line(this.shop, this.product, 1, "10"));
		assertThat(late.text("/outcome")).isEqualTo("RESERVED");
	}

	@Test
	void whatIsCommittedIsSold() {
		reserve(2, "10");
		assertThat(commit().text("/outcome")).isEqualTo("COMMITTED");
		assertThat(commit().text("/outcome")).isEqualTo("COMMITTED");
		assertThat(reserve(2, "10").text("/outcome")).isEqualTo("RESERVED");
		Answer release = release();
		assertThat(release.status()).isEqualTo(409);
		assertThat(release.slug()).isEqualTo("reservation-committed");
		assertThat(stock()).isEqualTo(3);
	}

	@Test
	void whatIsReleasedComesBackOnce() {
		reserve(2, "10");
		assertThat(release().text("/outcome")).isEqualTo("RELEASED");
		assertThat(release().text("/outcome")).isEqualTo("RELEASED");
		assertThat(stock()).isEqualTo(5);
		assertThat(commit().slug()).isEqualTo("nothing-reserved");
		assertThat(reserve(2, "10").text("/outcome")).isEqualTo("RESERVED");
		assertThat(stock()).isEqualTo(5);
	}

	@Test
	void aReleaseThatComesFirstRefusesTheRequest() {
		assertThat(release().text("/outcome")).isEqualTo("RELEASED");
		assertThat(reserve(2, "10").text("/outcome")).isEqualTo("RELEASED");
		assertThat(release().text("/outcome")).isEqualTo("RELEASED");
		assertThat(commit().status()).isEqualTo(409);
		assertThat(stock()).isEqualTo(5);
	}

	@Test
	void aRefusedReservationIsReleasedWithoutEffect() {
		Answer refused = reserve(6, "10");
		assertThat(release().text("/outcome")).isEqualTo("RELEASED");
		assertThat(reserve(6, "10").body()).isEqualTo(refused.body());
		assertThat(commit().status()).isEqualTo(409);
		assertThat(stock()).isEqualTo(5);
	}

	@Test
	void nothingIsCommittedThatWasNotReserved() {
		assertThat(commit().status()).isEqualTo(409);
		assertThat(reserve(1, "10").text("/outcome")).isEqualTo("RESERVED");
	}

	@Test
	void aCancelledShipmentComesBackOnceAndOnlyToItsShop() {
		UUID otherShop = this.market.shop();
		UUID other = this.market.offered(otherShop, "3", 4);
		this.market.reserve(this.order, Market.line(this.shop, this.product, 2, "10"),
				Market.line(otherShop, other, 4, "3"));
		commit();
		assertThat(restock(this.shop).text("/outcome")).isEqualTo("RESTOCKED");
		assertThat(restock(this.shop).text("/outcome")).isEqualTo("RESTOCKED");
		assertThat(stock()).isEqualTo(5);
		assertThat(this.market.stock(otherShop, other)).isZero();
		assertThat(restock(otherShop).text("/outcome")).isEqualTo("RESTOCKED");
		assertThat(this.market.stock(otherShop, other)).isEqualTo(4);
	}

	@Test
	void whatWasNotSoldDoesNotComeBack() {
		assertThat(restock(this.shop).slug()).isEqualTo("nothing-sold");
		reserve(2, "10");
		assertThat(restock(this.shop).slug()).isEqualTo("nothing-sold");
		commit();
		assertThat(restock(UUID.randomUUID()).slug()).isEqualTo("nothing-sold");
		assertThat(stock()).isEqualTo(3);
	}

	@Test
	void goodsComeBackToADeletedOfferAndBeyondWhatAnOwnerCouldSay() {
		reserve(2, "10");
		this.market.put(Market.offer(this.shop, this.product), Market.OWNER, "{\"stock\": 1000000}");
		this.market.delete(Market.offer(this.shop, this.product), Market.OWNER);
		assertThat(release().text("/outcome")).isEqualTo("RELEASED");
		assertThat(count("select stock from offer where product_id = '" + this.product + "'")).isEqualTo(1_000_002);
	}

	private Answer reserve(int quantity, String price) {
		return this.market.reserve(this.order, Market.line(this.shop, this.product, quantity, price));
	}

	private Answer commit() {
		return this.market.put("/internal/reservations/" + this.order + "/commit", Market.ORDERS, "");
	}

	private Answer release() {
		return this.market.put("/internal/reservations/" + this.order + "/release", Market.ORDERS, "");
	}

	private Answer restock(UUID of) {
		return this.market.put("/internal/restocks/" + this.order + "/" + of, Market.ORDERS, "");
	}

	private int stock() {
		return this.market.stock(this.shop, this.product);
	}

}
