package kz.duken.order.wallet;

import java.util.UUID;
import java.util.function.Supplier;

import feign.FeignException;
import kz.duken.commons.money.Money;
import kz.duken.commons.neighbour.Neighbour;
import kz.duken.commons.neighbour.Neighbours;
import kz.duken.commons.neighbour.UnexpectedRefusal;
import kz.duken.commons.problem.Unavailable;

import org.springframework.stereotype.Component;

/**
 * The door to the wallets of customer-service. All of it is repeat-safe: what was asked
 * once is a fact there under the order's (and shop's) id. Anything but the fact is an
 * outage: ask again.
 */
@Component
public class Wallets {

	private final WalletClient client;

	private final Neighbour wallets;

	Wallets(WalletClient client, Neighbours neighbours) {
		this.client = client;
		this.wallets = neighbours.named("customer-service");
	}

	/**
	 * Takes the total from the customer's wallet, or nothing.
	 * @throws Unavailable when it may or may not have been done
	 */
	public Payment pay(UUID orderId, PaymentRequest request) {
		return fact(() -> this.client.pay(orderId, request));
	}

	/**
	 * Gives a shipment's share back to the wallet that paid.
	 * @throws Unavailable when it may not have been done
	 */
	public void refund(UUID orderId, UUID shopId, RefundRequest request) {
		fact(() -> {
			this.client.refund(orderId, shopId, request);
			return true;
		});
	}

	/**
	 * Pays a shop its share of what was paid.
	 * @param gross the share before the discount
	 * @throws Unavailable when it may not have been done
	 */
	public void credit(UUID orderId, UUID shopId, Money gross) {
		fact(() -> {
			this.client.credit(orderId, shopId, new WalletClient.Credit(gross));
			return true;
		});
	}

	private <T> T fact(Supplier<T> call) {
		try {
			return this.wallets.ask(call);
		}
		catch (FeignException.FeignClientException ex) {
			throw new UnexpectedRefusal("The customer service", ex);
		}
	}

}
