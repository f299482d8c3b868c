package kz.duken.customer.wallet;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import kz.duken.commons.money.Money;
import kz.duken.customer.SavedOnce;
import org.hibernate.annotations.Immutable;

/** A shop's part of an order that has gone back. */
@Entity
@Immutable
@Table(name = "refund")
class RefundedPart implements SavedOnce<RefundedPart.Id> {

	@EmbeddedId
	private Id id;

	@Embedded
	private Refund refund;

	@Column
	private Money gross;

	@Column
	private UUID transferId;

	@SuppressWarnings("NullAway.Init")
	protected RefundedPart() {
	}

	RefundedPart(Id id, Refund refund, Transfer transfer) {
		this.id = id;
		this.refund = refund;
		this.gross = refund.gross();
		this.transferId = transfer.getId();
	}

	Refund refund() {
		return this.refund;
	}

	@Override
	public Id getId() {
		return this.id;
	}

	@Embeddable
	record Id(UUID orderId, UUID shopId) {
	}

}
