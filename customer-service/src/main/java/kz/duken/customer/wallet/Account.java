package kz.duken.customer.wallet;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * An account of the ledger.
 *
 * @param kind what it is for
 * @param ownerId whose it is: a customer, a shop or an order; nobody's for the store's
 * own
 */
@Embeddable
record Account(@Enumerated(EnumType.STRING) Kind kind, UUID ownerId) {

	private static final UUID NOBODY = new UUID(0, 0);

	/** Where discounts come from. */
	static final Account PROMOTIONS = new Account(Kind.PROMOTIONS, NOBODY);

	/** The world, where money comes from and goes to. */
	static final Account OUTSIDE = new Account(Kind.OUTSIDE, NOBODY);

	static Account wallet(UUID customerId) {
		return new Account(Kind.WALLET, customerId);
	}

	/** What a shop has earned and not taken out. */
	static Account shop(UUID shopId) {
		return new Account(Kind.SHOP, shopId);
	}

	/** What an order has paid and nobody has got yet. */
	static Account escrow(UUID orderId) {
		return new Account(Kind.ESCROW, orderId);
	}

	/** Whether it has a balance, which is never below zero; the others have no limit. */
	boolean hasBalance() {
		return switch (this.kind) {
			case WALLET, SHOP, ESCROW -> true;
			case PROMOTIONS, OUTSIDE -> false;
		};
	}

	enum Kind {

		WALLET, SHOP, ESCROW, PROMOTIONS, OUTSIDE

	}

}
