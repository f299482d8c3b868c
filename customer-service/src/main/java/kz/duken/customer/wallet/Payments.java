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

	private final RefundedPartRepository refunds;

	private final CreditedPartRepository credits;

	private final Ledger ledger;

	Payments(PaymentRepository payments, RefundedPartRepository refunds, CreditedPartRepository credits,
			Ledger ledger) {
		this.payments = payments;
		this.refunds = refunds;
		this.credits = credits;
		this.ledger = ledger;
	}

	/**
	 * Pays an order out of the customer's wallet, or refuses for good.
	 * @throws PaymentDiffers when the order has been answered other amounts
	 */
	@Transactional
	Payment pay(UUID orderId, PaymentRequest request) {
		this.payments.lockOrder(orderId.toString());
		Optional<Payment> answered = this.payments.findById(orderId);
		if (answered.isPresent()) {
			return answered.filter((payment) -> payment.answers(request)).orElseThrow(PaymentDiffers::new);
		}
		Account wallet = Account.wallet(request.customerId());
		Optional<Money> held = this.ledger.lock(wallet);
		if (this.payments.now().isAfter(request.deadline()) && this.payments.isCustomer(request.customerId())) {
			return answer(orderId, request, PaymentOutcome.EXPIRED, held.orElse(Money.ZERO), null);
		}
		Money balance = held.orElseThrow(Subject::notFound);
		Transfer transfer = Transfer.payment(orderId, request.customerId(), request.total(), request.discount());
		if (!this.ledger.post(transfer)) {
			return answer(orderId, request, PaymentOutcome.INSUFFICIENT_FUNDS, balance, null);
		}
		return answer(orderId, request, PaymentOutcome.PAID, balance.minus(request.total()), transfer);
	}

	/**
	 * Gives back a shop's part of an order.
	 * @throws RefundDiffers when other amounts of it have been given back
	 * @throws RefundNotCovered when the order has not paid as much, or not at all
	 */
	@Transactional
	void refund(UUID orderId, UUID shopId, Refund refund) {
		this.payments.lockOrder(orderId.toString());
		RefundedPart.Id part = new RefundedPart.Id(orderId, shopId);
		Optional<RefundedPart> done = this.refunds.findById(part);
		if (done.isPresent()) {
			if (!done.get().refund().equals(refund)) {
				throw new RefundDiffers();
			}
			return;
		}
		if (this.credits.findById(part).isPresent()) {
			throw new RefundNotCovered();
		}
		Payment payment = this.payments.findById(orderId).orElseThrow(RefundNotCovered::new);
		Refund inAll = this.refunds.findByIdOrderId(orderId)
			.stream()
			.map(RefundedPart::refund)
			.reduce(refund, Refund::plus);
		Transfer transfer = Transfer.refund(orderId, shopId, payment.customerId(), refund.net(), refund.discount());
		if (!payment.covers(inAll) || !this.ledger.post(transfer)) {
			throw new RefundNotCovered();
		}
		this.refunds.save(new RefundedPart(part, refund, transfer));
	}

	/**
	 * Pays a shop for its part of an order.
	 * @throws CreditRefused when it was paid another amount, the part has gone back, or
	 * the order does not hold as much
	 */
	@Transactional
	void credit(UUID orderId, UUID shopId, Money gross) {
		this.payments.lockOrder(orderId.toString());
		RefundedPart.Id part = new RefundedPart.Id(orderId, shopId);
		Optional<CreditedPart> done = this.credits.findById(part);
		if (done.isPresent()) {
			if (!done.get().gross().equals(gross)) {
				throw new CreditRefused();
			}
			return;
		}
		Transfer transfer = Transfer.sale(orderId, shopId, gross);
		this.ledger.open(Account.shop(shopId));
		if (this.refunds.findById(part).isPresent() || !this.ledger.post(transfer)) {
			throw new CreditRefused();
		}
		this.credits.save(new CreditedPart(part, gross, transfer));
	}

	private Payment answer(UUID orderId, PaymentRequest request, PaymentOutcome outcome, Money balance,
			@Nullable Transfer transfer) {
		return this.payments.save(new Payment(orderId, request, outcome, balance, transfer));
	}

}
