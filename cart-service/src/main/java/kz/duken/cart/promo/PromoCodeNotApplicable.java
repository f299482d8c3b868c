package kz.duken.cart.promo;

/** The code does not apply to this cart now. */
public class PromoCodeNotApplicable extends RuntimeException {

	private final Reason reason;

	PromoCodeNotApplicable(Reason reason) {
		super(reason.inWords());
		this.reason = reason;
	}

	Reason reason() {
		return this.reason;
	}

}
