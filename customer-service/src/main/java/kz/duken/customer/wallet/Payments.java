package kz.duken.customer.wallet;

import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.money.Money;
import kz.duken.customer.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders are paid, and shops' parts of them refunded. Each answer is kept as a fact in
 * the transaction that moves the money: asked again, at any time and by anybody, it is
 * the same.
 */
@Service
class Payments {

	private final PaymentRepository payments;

	private final Ledger ledger;

	Payments(PaymentRepository payments, Ledger ledger) {
		this.payments = payments;
		this.ledger = ledger;
	}

	/**
	 * Pays an order out of the customer's wallet, or refuses for good.
	 * @throws PaymentDiffers when the order has been answered other amounts
	 */
	@Transactional
	Payment pay(UUID orderId, PaymentRequest request) {
		this.ledger.lockOrder(orderId);
		Optional<Payment> answered = this.payments.find(orderId);
		if (answered.isPresent()) {
			return answered.filter((payment) -> payment.answers(request)).orElseThrow(PaymentDiffers::new);
		}
		Account wallet = Account.wallet(request.customerId());
		Money balance = this.ledger.lock(wallet).orElseThrow(Subject::notFound);
		if (this.payments.isPast(request.deadline())) {
			return answer(orderId, request, PaymentOutcome.EXPIRED, balance, null);
		}
		Transfer transfer = Transfer.payment(orderId, request.customerId(), request.total(), request.discount());
		if (!this.ledger.post(transfer)) {
			return answer(orderId, request, PaymentOutcome.INSUFFICIENT_FUNDS, balance, null);
		}
		return answer(orderId, request, PaymentOutcome.PAID, balance.minus(request.total()), transfer.id());
	}

	/**
	 * Gives back a shop's part of an order.
	 * @throws RefundDiffers when other amounts of it have been given back
	 * @throws RefundNotCovered when the order has not paid as much, or not at all
	 */
	@Transactional
	void refund(UUID orderId, UUID shopId, Refund refund) {
		this.ledger.lockOrder(orderId);
		Optional<Refund> done = this.payments.findRefund(orderId, shopId);
		if (done.isPresent()) {
			if (!done.get().equals(refund)) {
				throw new RefundDiffers();
			}
			return;
		}
		Payment payment = this.payments.find(orderId).orElseThrow(RefundNotCovered::new);
		Refund inAll = this.payments.refunded(orderId).plus(refund);
		Transfer transfer = Transfer.refund(orderId, shopId, payment.customerId(), refund.net(), refund.discount());
		if (!payment.covers(inAll.net(), inAll.discount()) || !this.ledger.post(transfer)) {
			throw new RefundNotCovered();
		}
		this.payments.add(orderId, shopId, refund, transfer.id());
	}

	private Payment answer(UUID orderId, PaymentRequest request, PaymentOutcome outcome, Money balance,
			@Nullable UUID transferId) {
		Payment payment = new Payment(request.customerId(), request.sum(), request.discount(), request.total(), outcome,
				balance);
		this.payments.add(orderId, payment, request.deadline(), transferId);
		return payment;
	}

}
