package kz.duken.customer.wallet;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TransferTests {

	private final UUID order = UUID.randomUUID();

	private final UUID customer = UUID.randomUUID();

	private final Account wallet = Account.wallet(this.customer);

	private final Account escrow = Account.escrow(this.order);

	@Test
	void aTopUpComesFromOutside() {
		assertThat(Transfer.topUp(this.customer, Money.of(5)).postings())
			.containsExactly(posting(Account.OUTSIDE, "-5"), posting(this.wallet, "5"));
	}

	@Test
	void aPaymentIsHeldInEscrowWithItsDiscount() {
		assertThat(Transfer.payment(this.order, this.customer, Money.of(90), Money.of(10)).postings()).containsExactly(
				posting(this.wallet, "-90"), posting(Account.PROMOTIONS, "-10"), posting(this.escrow, "100"));
	}

	@Test
	void whatIsNothingIsNotPosted() {
		assertThat(Transfer.payment(this.order, this.customer, Money.of(90), Money.ZERO).postings())
			.containsExactly(posting(this.wallet, "-90"), posting(this.escrow, "90"));
		assertThat(Transfer.payment(this.order, this.customer, Money.ZERO, Money.of(10)).postings())
			.containsExactly(posting(Account.PROMOTIONS, "-10"), posting(this.escrow, "10"));
	}

	@Test
	void aRefundGoesBackToWhereItCameFrom() {
		assertThat(Transfer.refund(this.order, UUID.randomUUID(), this.customer, Money.of("44.99"), Money.of("5.01"))
			.postings()).containsExactlyInAnyOrder(posting(this.escrow, "-50"), posting(this.wallet, "44.99"),
					posting(Account.PROMOTIONS, "5.01"));
	}

	@Test
	void aTransferAddsUp() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> transfer(posting(Account.OUTSIDE, "-5"), posting(this.wallet, "4.99")));
		assertThatIllegalArgumentException().isThrownBy(() -> transfer(posting(this.wallet, "5")));
		assertThatIllegalArgumentException().isThrownBy(() -> transfer());
		assertThatIllegalArgumentException().isThrownBy(() -> posting(this.wallet, "0.00"));
	}

	private static Transfer transfer(Posting... postings) {
		return new Transfer(Transfer.Kind.TOP_UP, null, null, List.of(postings));
	}

	private static Posting posting(Account account, String amount) {
		return new Posting(account, Money.of(amount));
	}

}
