package kz.duken.customer.wallet;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import kz.duken.commons.money.Money;
import kz.duken.customer.SavedOnce;
import org.hibernate.annotations.Immutable;

/** A shop's part of an order that the shop was paid. */
@Entity
@Immutable
@Table(name = "credit")
class CreditedPart implements SavedOnce<RefundedPart.Id> {

	@EmbeddedId
	private RefundedPart.Id id;

	private Money gross;

	@Column
	@SuppressWarnings("UnusedVariable") // the table's
	private UUID transferId;

	@SuppressWarnings("NullAway.Init")
	protected CreditedPart() {
	}

	CreditedPart(RefundedPart.Id id, Money gross, Transfer transfer) {
		this.id = id;
		this.gross = gross;
		this.transferId = transfer.getId();
	}

	Money gross() {
		return this.gross;
	}

	@Override
	public RefundedPart.Id getId() {
		return this.id;
	}

}
