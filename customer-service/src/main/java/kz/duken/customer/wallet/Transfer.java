package kz.duken.customer.wallet;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import kz.duken.commons.Ids;
import kz.duken.commons.money.Money;
import kz.duken.customer.SavedOnce;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way between accounts: what some give, others get. All transfers that the
 * store knows are made here.
 */
@Entity
@Table(name = "ledger_transfer")
class Transfer implements SavedOnce<UUID> {

	@Id
	private UUID id;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private @Nullable UUID orderId;

	@Column
	private @Nullable UUID shopId;

	@Generated
	@Column(insertable = false, updatable = false)
	private Instant at;

	@Transient
	private List<Posting> postings = List.of();

	@SuppressWarnings("NullAway.Init")
	protected Transfer() {
	}

	/**
	 * Money is about to move.
	 * @param orderId the order that it is for, if any
	 * @param shopId the shop whose part of the order it is for, if any
	 * @param postings two or more that sum to zero
	 */
	@SuppressWarnings("NullAway.Init")
	Transfer(Kind kind, @Nullable UUID orderId, @Nullable UUID shopId, List<Posting> postings) {
		if (postings.size() < 2 || !postings.stream().map(Posting::amount).reduce(Money.ZERO, Money::plus).isZero()) {
			throw new IllegalArgumentException("needs two or more postings that sum to zero");
		}
		this.id = Ids.next();
		this.kind = kind;
		this.orderId = orderId;
		this.shopId = shopId;
		this.postings = postings.stream().sorted(Comparator.comparing(Posting::amount)).toList();
	}

	static Transfer topUp(UUID customerId, Money amount) {
		return new Transfer(Kind.TOP_UP, null, null,
				postings(new Side(Account.OUTSIDE, amount.negated()), new Side(Account.wallet(customerId), amount)));
	}

	/**
	 * The customer gives the total, the store the discount; the order holds their sum.
	 */
	static Transfer payment(UUID orderId, UUID customerId, Money total, Money discount) {
		return new Transfer(Kind.PAYMENT, orderId, null,
				postings(new Side(Account.wallet(customerId), total.negated()),
						new Side(Account.PROMOTIONS, discount.negated()),
						new Side(Account.escrow(orderId), total.plus(discount))));
	}

	/** A shop's part of the order goes back to where it came from. */
	static Transfer refund(UUID orderId, UUID shopId, UUID customerId, Money net, Money discount) {
		return new Transfer(Kind.REFUND, orderId, shopId,
				postings(new Side(Account.escrow(orderId), net.plus(discount).negated()),
						new Side(Account.wallet(customerId), net), new Side(Account.PROMOTIONS, discount)));
	}

	/** What the order holds for the shop is the shop's. */
	static Transfer sale(UUID orderId, UUID shopId, Money gross) {
		return new Transfer(Kind.SALE, orderId, shopId,
				postings(new Side(Account.escrow(orderId), gross.negated()), new Side(Account.shop(shopId), gross)));
	}

	static Transfer payout(UUID shopId, Money amount) {
		return new Transfer(Kind.PAYOUT, null, null,
				postings(new Side(Account.shop(shopId), amount.negated()), new Side(Account.OUTSIDE, amount)));
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

	/** The sides of one that is about to be posted, those who give first. */
	List<Posting> postings() {
		return this.postings;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	Kind kind() {
		return this.kind;
	}

	@Nullable UUID orderId() {
		return this.orderId;
	}

	Instant at() {
		return this.at;
	}

	private record Side(Account account, Money amount) {
	}

	enum Kind {

		TOP_UP, PAYMENT, REFUND, SALE, PAYOUT

	}

}
