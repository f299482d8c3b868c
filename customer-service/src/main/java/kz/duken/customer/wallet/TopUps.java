package kz.duken.customer.wallet;

import java.util.UUID;

import kz.duken.commons.idempotency.IdempotencyKey;
import kz.duken.commons.idempotency.IdempotencyKeyReused;
import kz.duken.commons.idempotency.RequestHash;
import kz.duken.commons.money.Money;
import kz.duken.customer.Subject;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money that comes into wallets from outside. */
@Service
public class TopUps {

	private final JdbcClient database;

	private final Ledger ledger;

	private final Wallets wallets;

	private final JsonMapper json;

	TopUps(JdbcClient database, Ledger ledger, Wallets wallets, JsonMapper json) {
		this.database = database;
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
	public TopUp topUp(UUID callerId, IdempotencyKey key, UUID customerId, Money amount) {
		String hash = RequestHash.of(new Request(customerId, amount), this.json);
		Transfer transfer = Transfer.topUp(customerId, amount);
		if (!claim(callerId, key, hash, transfer.id())) {
			return new TopUp(this.wallets.entry(customerId, made(callerId, key, hash)), true);
		}
		if (this.ledger.lock(Account.wallet(customerId)).isEmpty()) {
			throw Subject.notFound();
		}
		this.ledger.post(transfer);
		return new TopUp(this.wallets.entry(customerId, transfer.id()), false);
	}

	private boolean claim(UUID callerId, IdempotencyKey key, String hash, UUID transferId) {
		return this.database.sql("""
				insert into top_up (caller_id, idempotency_key, request_hash, transfer_id)
				values (:caller, :key, :hash, :transfer)
				on conflict (caller_id, idempotency_key) do nothing""")
			.param("caller", callerId)
			.param("key", key.value())
			.param("hash", hash)
			.param("transfer", transferId)
			.update() == 1;
	}

	private UUID made(UUID callerId, IdempotencyKey key, String hash) {
		return this.database.sql("""
				select transfer_id from top_up
				where caller_id = :caller and idempotency_key = :key and request_hash = :hash""")
			.param("caller", callerId)
			.param("key", key.value())
			.param("hash", hash)
			.query(UUID.class)
			.optional()
			.orElseThrow(IdempotencyKeyReused::new);
	}

	/**
	 * A top-up.
	 *
	 * @param entry the entry of the wallet
	 * @param replayed whether an earlier request with the same key had made it
	 */
	public record TopUp(LedgerEntry entry, boolean replayed) {
	}

	/** What must be the same when the key is. */
	private record Request(UUID customerId, Money amount) {
	}

}
