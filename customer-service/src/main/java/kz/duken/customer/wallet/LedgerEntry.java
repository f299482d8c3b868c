package kz.duken.customer.wallet;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import kz.duken.commons.Ids;
import kz.duken.commons.money.Money;
import kz.duken.customer.SavedOnce;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What one account gave or got in a transfer. */
@Entity
@Immutable
class LedgerEntry implements SavedOnce<UUID> {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	private Transfer transfer;

	@Embedded
	@AttributeOverride(name = "kind", column = @Column(name = "account_kind"))
	@AttributeOverride(name = "ownerId", column = @Column(name = "account_owner_id"))
	@SuppressWarnings("UnusedVariable") // queries name it
	private Account account;

	private Money amount;

	private @Nullable Long number;

	private @Nullable Money balanceAfter;

	@SuppressWarnings("NullAway.Init")
	protected LedgerEntry() {
	}

	/**
	 * Writes down a posting.
	 * @param moved what the account has become, {@code null} if it has no balance
	 */
	LedgerEntry(Transfer transfer, Posting posting, LedgerAccountRepository.@Nullable Moved moved) {
		this.id = Ids.next();
		this.transfer = transfer;
		this.account = posting.account();
		this.amount = posting.amount();
		this.number = (moved != null) ? moved.getEntries() : null;
		this.balanceAfter = (moved != null) ? new Money(moved.getBalance()) : null;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	Money amount() {
		return this.amount;
	}

	/** Its place among the account's entries, from 1, if the account has a balance. */
	long number() {
		return Objects.requireNonNull(this.number);
	}

	/** The balance that it made, if the account has one. */
	Money balanceAfter() {
		return Objects.requireNonNull(this.balanceAfter);
	}

	Instant at() {
		return this.transfer.at();
	}

	Transfer.Kind kind() {
		return this.transfer.kind();
	}

	@Nullable UUID orderId() {
		return this.transfer.orderId();
	}

}
