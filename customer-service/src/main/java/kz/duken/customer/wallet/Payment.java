package kz.duken.customer.wallet;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import kz.duken.commons.money.Money;
import kz.duken.customer.SavedOnce;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What an order was answered when it asked to be paid. */
@Entity
@Immutable
class Payment implements SavedOnce<UUID> {

	@Id
	private UUID orderId;

	private UUID customerId;

	private Money sum;

	private Money discount;

	private Money total;

	@Column
	private Instant deadline;

	@Enumerated(EnumType.STRING)
	private PaymentOutcome outcome;

	private Money balance;

	@Column
	private @Nullable UUID transferId;

	@SuppressWarnings("NullAway.Init")
	protected Payment() {
	}

	/**
	 * Answers a request.
	 * @param balance of the wallet, after the payment or at the refusal
	 * @param transfer what moved the money, {@code null} at a refusal
	 */
	Payment(UUID orderId, PaymentRequest request, PaymentOutcome outcome, Money balance, @Nullable Transfer transfer) {
		this.orderId = orderId;
		this.customerId = request.customerId();
		this.sum = request.sum();
		this.discount = request.discount();
		this.total = request.total();
		this.deadline = request.deadline();
		this.outcome = outcome;
		this.balance = balance;
		this.transferId = (transfer != null) ? transfer.getId() : null;
	}

	boolean answers(PaymentRequest request) {
		return this.customerId.equals(request.customerId()) && this.sum.equals(request.sum())
				&& this.discount.equals(request.discount()) && this.total.equals(request.total());
	}

	/** Whether this much can go back, in all. */
	boolean covers(Refund refund) {
		return this.outcome == PaymentOutcome.PAID && refund.net().compareTo(this.total) <= 0
				&& refund.discount().compareTo(this.discount) <= 0;
	}

	@Override
	public UUID getId() {
		return this.orderId;
	}

	UUID customerId() {
		return this.customerId;
	}

	PaymentOutcome outcome() {
		return this.outcome;
	}

	Money balance() {
		return this.balance;
	}

}
