package kz.duken.cart.promo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.money.Money;
import kz.duken.commons.problem.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The promo codes. A use is one order's fact, counted in the code's row under a lock that
 * outlives the row, so that limits hold in a race, also when a code is deleted and made
 * anew; asked again, the answer is the same.
 */
@Service
public class PromoCodes {

	private static final UUID NO_ORDER = new UUID(0, 0);

	private final PromoCodeRepository codes;

	private final RedemptionRepository redemptions;

	PromoCodes(PromoCodeRepository codes, RedemptionRepository redemptions) {
		this.codes = codes;
		this.redemptions = redemptions;
	}

	/**
	 * The code as it is kept, if it applies now.
	 * @param customerId whose uses count too; {@code null} for a guest
	 * @throws PromoCodeUnknown when there is no such code
	 * @throws PromoCodeNotApplicable when it does not apply
	 */
	@Transactional(readOnly = true)
	public String check(String typed, Money sum, @Nullable UUID customerId) {
		String code = PromoCodeRequest.upper(typed);
		PromoCode found = code.matches(PromoCodeRequest.CODE)
				? this.codes.findById(code).orElseThrow(PromoCodeUnknown::new) : unknown();
		long used = (customerId != null) ? this.redemptions.countOthers(code, customerId, NO_ORDER) : 0;
		found.objection(sum, this.redemptions.now(), used).ifPresent((reason) -> {
			throw new PromoCodeNotApplicable(reason);
		});
		return code;
	}

	private static PromoCode unknown() {
		throw new PromoCodeUnknown();
	}

	/** What a code takes off as if it applied; nothing if it is gone. */
	public Money discount(String code, Money sum) {
		return this.codes.findById(code).map((found) -> found.discount(sum)).orElse(Money.ZERO);
	}

	/** Takes one use for an order, or refuses for good. */
	@Transactional
	RedemptionAnswer redeem(UUID orderId, RedemptionRequest request) {
		boolean first = this.redemptions.begin(orderId, request.customerId(), request.code(), request.deadline()) == 1;
		Redemption redemption = this.redemptions.lock(orderId).orElseThrow();
		if (first && redemption.outcome() == Redemption.Outcome.REDEEMED) {
			this.codes.alone(request.code());
			Optional<PromoCode> code = this.codes.lock(request.code());
			objection(code, orderId, request).ifPresentOrElse(redemption::refuse, () -> code.ifPresent(PromoCode::use));
		}
		return new RedemptionAnswer(redemption.outcome(), redemption.reason());
	}

	/** A code that is gone, or has become another, is as one that has ended. */
	private Optional<Reason> objection(Optional<PromoCode> code, UUID orderId, RedemptionRequest request) {
		if (code.isEmpty()) {
			return Optional.of(Reason.EXPIRED);
		}
		Instant now = this.redemptions.now();
		long used = this.redemptions.countOthers(request.code(), request.customerId(), orderId);
		return code.get()
			.objection(request.sum(), now, used)
			.or(() -> code.get().discount(request.sum()).equals(request.discount()) ? Optional.empty()
					: Optional.of(Reason.EXPIRED));
	}

	/** Gives the use back, once; a redemption that comes later is refused. */
	@Transactional
	void release(UUID orderId) {
		this.redemptions.markReleased(orderId);
		Redemption redemption = this.redemptions.lock(orderId).orElseThrow();
		String code = redemption.code();
		if (redemption.release(this.redemptions.now()) && code != null) {
			this.codes.alone(code);
			this.codes.lock(code).ifPresent((found) -> found.givenBack(() -> this.redemptions.countStanding(code)));
		}
	}

	/**
	 * Makes a code.
	 * @throws PromoCodeTaken when there is such a one
	 */
	@Transactional
	PromoCodeResponse add(PromoCodeRequest request) {
		Money amount = request.amount();
		Money minSum = request.minSum();
		this.codes.alone(request.code());
		if (this.codes.add(request.code(), request.percent(), (amount != null) ? amount.amount() : null,
				(minSum != null) ? minSum.amount() : null, request.startsAt(), request.endsAt(), request.usageLimit(),
				request.perCustomerLimit()) == 0) {
			throw new PromoCodeTaken();
		}
		return this.codes.findById(request.code()).orElseThrow().response();
	}

	List<PromoCode> list(String after, int limit) {
		return this.codes.findByCodeGreaterThanOrderByCode(after, Limit.of(limit));
	}

	void remove(String typed) {
		String code = PromoCodeRequest.upper(typed);
		if (!code.matches(PromoCodeRequest.CODE) || this.codes.remove(code) == 0) {
			throw new NotFound("such promo code");
		}
	}

}
