package kz.duken.customer.wallet;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import kz.duken.commons.Ids;
import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way between accounts: what some give, others get. All transfers that the
 * store knows are made here.
 *
 * @param orderId the order that it is for, if any
 * @param shopId the shop whose part of the order it is for, if any
 * @param postings two or more that sum to zero, those who give first
 */
record Transfer(UUID id, Kind kind, @Nullable UUID orderId, @Nullable UUID shopId, List<Posting> postings) {

	Transfer {
		postings = postings.stream().sorted(Comparator.comparing(Posting::amount)).toList();
		if (postings.size() < 2 || !postings.stream().map(Posting::amount).reduce(Money.ZERO, Money::plus).isZero()) {
			throw new IllegalArgumentException("needs two or more postings that sum to zero");
		}
	}

	static Transfer topUp(UUID customerId, Money amount) {
		return new Transfer(Ids.next(), Kind.TOP_UP, null, null,
				postings(new Side(Account.OUTSIDE, amount.negated()), new Side(Account.wallet(customerId), amount)));
	}

	/**
	 * The customer gives the total, the store the discount; the order holds their sum.
	 */
	static Transfer payment(UUID orderId, UUID customerId, Money total, Money discount) {
		return new Transfer(Ids.next(), Kind.PAYMENT, orderId, null,
				postings(new Side(Account.wallet(customerId), total.negated()),
						new Side(Account.PROMOTIONS, discount.negated()),
						new Side(Account.escrow(orderId), total.plus(discount))));
	}

	/** A shop's part of the order goes back to where it came from. */
	static Transfer refund(UUID orderId, UUID shopId, UUID customerId, Money net, Money discount) {
		return new Transfer(Ids.next(), Kind.REFUND, orderId, shopId,
				postings(new Side(Account.escrow(orderId), net.plus(discount).negated()),
						new Side(Account.wallet(customerId), net), new Side(Account.PROMOTIONS, discount)));
	}

	/**
	 * Without the sides that have no part in it: no discount, or nothing but a discount.
	 */
	private static List<Posting> postings(Side... sides) {
		return Stream.of(sides)
			.filter((side) -> !side.amount().isZero())
			.map((side) -> new Posting(side.account(), side.amount()))
			.toList();
	}

	private record Side(Account account, Money amount) {
	}

	enum Kind {

		TOP_UP, PAYMENT, REFUND, SALE, PAYOUT

	}

}
