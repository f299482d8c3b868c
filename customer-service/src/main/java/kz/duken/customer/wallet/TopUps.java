package kz.duken.customer.wallet;

import java.util.UUID;

import kz.duken.commons.idempotency.IdempotencyKey;
import kz.duken.commons.idempotency.IdempotencyKeyReused;
import kz.duken.commons.idempotency.RequestHash;
import kz.duken.commons.money.Money;
import kz.duken.customer.Subject;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money that comes into wallets from outside. */
@Service
public class TopUps {

	private final TopUpRepository topUps;

	private final Ledger ledger;

	private final Wallets wallets;

	private final JsonMapper json;

	TopUps(TopUpRepository topUps, Ledger ledger, Wallets wallets, JsonMapper json) {
		this.topUps = topUps;
		this.ledger = ledger;
		this.wallets = wallets;
		this.json = json;
	}

	/**
	 * Tops up a customer's wallet, once for each key of the caller. A twin waits here for
	 * the first, and then gets what it made, or does the work when the first came to
	 * nothing.
	 * @throws IdempotencyKeyReused when the key has topped up another wallet, or by
	 * another amount
	 */
	@Transactional
	public Made topUp(UUID callerId, IdempotencyKey key, UUID customerId, Money amount) {
		String hash = RequestHash.of(new Request(customerId, amount), this.json);
		Transfer transfer = Transfer.topUp(customerId, amount);
		if (this.topUps.claim(callerId, key.value(), hash, transfer.getId()) == 0) {
			TopUp made = this.topUps.findById(new TopUp.Key(callerId, key.value()))
				.filter((topUp) -> topUp.answers(hash))
				.orElseThrow(IdempotencyKeyReused::new);
			return new Made(this.wallets.entry(customerId, made.transferId()), true);
		}
		if (this.ledger.lock(Account.wallet(customerId)).isEmpty()) {
			throw Subject.notFound();
		}
		this.ledger.post(transfer);
		return new Made(this.wallets.entry(customerId, transfer.getId()), false);
	}

	/** Whether the caller has made a top-up under the key. */
	public boolean isMade(UUID callerId, IdempotencyKey key) {
		return this.topUps.findById(new TopUp.Key(callerId, key.value())).isPresent();
	}

	/**
	 * A top-up that was made.
	 *
	 * @param entry the entry of the wallet
	 * @param replayed whether an earlier request with the same key had made it
	 */
	public record Made(LedgerEntry entry, boolean replayed) {
	}

	/** What must be the same when the key is. */
	private record Request(UUID customerId, Money amount) {
	}

}
