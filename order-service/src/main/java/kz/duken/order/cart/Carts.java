package kz.duken.order.cart;

import java.util.UUID;

import feign.FeignException;
import kz.duken.commons.neighbour.Neighbour;
import kz.duken.commons.neighbour.Neighbours;
import kz.duken.commons.neighbour.UnexpectedRefusal;
import kz.duken.commons.problem.Unavailable;

import org.springframework.stereotype.Component;

/** The door to cart-service. Its answers cannot be refusals; one is told as an outage. */
@Component
public class Carts {

	private final CartClient client;

	private final Neighbour carts;

	Carts(CartClient client, Neighbours neighbours) {
		this.client = client;
		this.carts = neighbours.named("cart-service");
	}

	/**
	 * The customer's cart, as he would see it now.
	 * @throws Unavailable when it cannot be read
	 */
	public Cart of(UUID customerId) {
		try {
			return this.carts.ask(() -> this.client.cart(customerId));
		}
		catch (FeignException.FeignClientException ex) {
			throw new UnexpectedRefusal("The cart service", ex);
		}
	}

	/**
	 * Takes one use of a promo code, or none.
	 * @throws Unavailable when it may or may not have been done
	 */
	public Redemption redeem(UUID orderId, RedemptionRequest request) {
		try {
			return this.carts.ask(() -> this.client.redeem(orderId, request));
		}
		catch (FeignException.FeignClientException ex) {
			throw new UnexpectedRefusal("The cart service", ex);
		}
	}

	/**
	 * Gives the use of a promo code back; a redemption that arrives later is refused.
	 * @throws Unavailable when it may not have been done
	 */
	public void releaseRedemption(UUID orderId) {
		try {
			this.carts.tell(() -> this.client.releaseRedemption(orderId));
		}
		catch (FeignException.FeignClientException ex) {
			throw new UnexpectedRefusal("The cart service", ex);
		}
	}

	/**
	 * Takes exactly these goods out of the customer's cart, once per order however often
	 * it is asked.
	 * @throws Unavailable when it may not have been done
	 */
	public void takeOut(UUID customerId, UUID orderId, OrderedGoods goods) {
		try {
			this.carts.tell(() -> this.client.takeOut(customerId, orderId, goods));
		}
		catch (FeignException.FeignClientException ex) {
			throw new UnexpectedRefusal("The cart service", ex);
		}
	}

}
