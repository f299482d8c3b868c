package kz.duken.shop.wallet;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import feign.FeignException;
import kz.duken.commons.idempotency.IdempotencyKey;
import kz.duken.commons.idempotency.IdempotencyKeyReused;
import kz.duken.commons.money.Money;
import kz.duken.commons.neighbour.Neighbour;
import kz.duken.commons.neighbour.Neighbours;
import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.problem.Unavailable;
import kz.duken.commons.problem.ValidationFailed;

import org.springframework.stereotype.Component;

/**
 * The door to the accounts in customer-service. Every call throws {@link Unavailable}
 * when it does not answer.
 */
@Component
class Wallets {

	private final WalletClient client;

	private final Neighbour neighbour;

	Wallets(WalletClient client, Neighbours neighbours) {
		this.client = client;
		this.neighbour = neighbours.named("customer-service");
	}

	Balance balance(UUID shopId) {
		return ask(() -> this.client.balance(shopId), new ValidationFailed("/id", "must be the id of a shop"));
	}

	/** Newest first. The cursor is customer-service's, which alone can read it. */
	Page<Entry> entries(UUID shopId, PageRequest page) {
		Cursor after = page.cursor();
		String cursor = (after != null) ? after.toString() : null;
		return ask(() -> this.client.entries(shopId, page.size(), cursor), Cursor.madeUp());
	}

	/**
	 * Pays out once for a caller's key, however often and late it is asked.
	 * @throws InsufficientFunds when the account holds less; nothing is remembered of it
	 * @throws IdempotencyKeyReused when the key has been used for another shop or amount
	 * @throws ValidationFailed when customer-service does not take the amount
	 */
	Payout payOut(UUID shopId, UUID callerId, IdempotencyKey key, Money amount) {
		var order = new WalletClient.PayoutOrder(callerId, key.value(), amount);
		WalletClient.Payout payout = ask(() -> this.client.payOut(shopId, order),
				new ValidationFailed("/amount", "must be an amount that can be paid out"));
		return switch (payout.outcome()) {
			case PAID_OUT -> new Payout(Objects.requireNonNull(payout.entry()), payout.replayed());
			case INSUFFICIENT_FUNDS -> throw new InsufficientFunds(payout.balance());
			case KEY_REUSED -> throw new IdempotencyKeyReused();
		};
	}

	/**
	 * Every shop has an account, so whatever else than a 400 is refused is an outage too.
	 */
	private <T> T ask(Supplier<T> call, ValidationFailed refused) {
		try {
			return this.neighbour.ask(call);
		}
		catch (FeignException.BadRequest ex) {
			throw refused;
		}
		catch (FeignException.FeignClientException ex) {
			throw new Unavailable("The customer service", ex);
		}
	}

	/**
	 * Money that has left the account.
	 *
	 * @param replayed whether an earlier request with the same key did it
	 */
	record Payout(Entry entry, boolean replayed) {
	}

}
