package kz.duken.customer.wallet;

import java.util.UUID;

import kz.duken.commons.idempotency.RequestHash;
import kz.duken.commons.money.Money;
import kz.duken.customer.wallet.ShopWalletController.Outcome;
import kz.duken.customer.wallet.ShopWalletController.PayoutRequest;
import kz.duken.customer.wallet.ShopWalletController.PayoutResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Money that leaves shops' accounts for the world outside. */
@Service
class Payouts {

	private final PayoutRepository payouts;

	private final Ledger ledger;

	private final ShopWallets wallets;

	private final TransactionTemplate transaction;

	private final JsonMapper json;

	Payouts(PayoutRepository payouts, Ledger ledger, ShopWallets wallets, TransactionTemplate transaction,
			JsonMapper json) {
		this.payouts = payouts;
		this.ledger = ledger;
		this.wallets = wallets;
		this.transaction = transaction;
		this.json = json;
	}

	/**
	 * Pays out, once for each key of the caller. A twin waits here for the first, and
	 * then gets what it made. A refusal leaves nothing, so its key may be tried again.
	 */
	PayoutResponse payOut(UUID shopId, PayoutRequest request) {
		return this.transaction.execute((status) -> {
			String hash = RequestHash.of(new Wanted(shopId, request.amount()), this.json);
			Transfer transfer = Transfer.payout(shopId, request.amount());
			if (this.payouts.claim(request.callerId(), request.key(), hash, shopId, transfer.getId()) == 0) {
				return this.payouts.findById(new TopUp.Key(request.callerId(), request.key()))
					.filter((payout) -> payout.answers(hash))
					.map((payout) -> paidOut(shopId, payout.transferId(), true))
					.orElseGet(() -> new PayoutResponse(Outcome.KEY_REUSED, false, this.wallets.balance(shopId), null));
			}
			if (!this.ledger.post(transfer)) {
				status.setRollbackOnly();
				return new PayoutResponse(Outcome.INSUFFICIENT_FUNDS, false, this.wallets.balance(shopId), null);
			}
			return paidOut(shopId, transfer.getId(), false);
		});
	}

	private PayoutResponse paidOut(UUID shopId, UUID transferId, boolean replayed) {
		LedgerEntry entry = this.wallets.entry(shopId, transferId);
		return new PayoutResponse(Outcome.PAID_OUT, replayed, entry.balanceAfter(), EntryResponse.of(entry));
	}

	/** What must be the same when the key is. */
	private record Wanted(UUID shopId, Money amount) {
	}

}
