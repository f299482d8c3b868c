package kz.duken.order.shop;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import feign.FeignException;
import kz.duken.commons.neighbour.Neighbour;
import kz.duken.commons.neighbour.Neighbours;
import kz.duken.commons.neighbour.UnexpectedRefusal;
import kz.duken.commons.problem.Unavailable;

import org.springframework.stereotype.Component;

/**
 * The door to shop-service. All of it is repeat-safe: what was asked once is a fact there
 * under the order's id. Anything but the fact is an outage: ask again.
 */
@Component
public class Shops {

	private final ShopClient client;

	private final Neighbour shops;

	Shops(ShopClient client, Neighbours neighbours) {
		this.client = client;
		this.shops = neighbours.named("shop-service");
	}

	/**
	 * A shop, whatever its status; empty when there is none.
	 * @throws Unavailable when nobody can tell
	 */
	public Optional<KnownShop> find(UUID shopId) {
		try {
			return Optional.of(this.shops.ask(() -> this.client.shop(shopId)));
		}
		catch (FeignException.NotFound ex) {
			return Optional.empty();
		}
		catch (FeignException.FeignClientException ex) {
			throw new UnexpectedRefusal("The shop service", ex);
		}
	}

	/**
	 * Sets all the goods aside, or none.
	 * @throws Unavailable when it may or may not have been done
	 */
	public Reservation reserve(UUID orderId, ReservationRequest request) {
		return fact(() -> this.client.reserve(orderId, request));
	}

	/**
	 * Sells what was set aside.
	 * @throws Unavailable when it may not have been done
	 */
	public void commit(UUID orderId) {
		done(() -> this.client.commit(orderId));
	}

	/**
	 * Gives back what was set aside; a reservation that arrives later is refused.
	 * @throws Unavailable when it may not have been done
	 */
	public void release(UUID orderId) {
		done(() -> this.client.release(orderId));
	}

	/**
	 * Gives back to a shop what the order had bought there.
	 * @throws Unavailable when it may not have been done
	 */
	public void restock(UUID orderId, UUID shopId) {
		done(() -> this.client.restock(orderId, shopId));
	}

	private void done(Runnable call) {
		fact(() -> {
			call.run();
			return true;
		});
	}

	private <T> T fact(Supplier<T> call) {
		try {
			return this.shops.ask(call);
		}
		catch (FeignException.FeignClientException ex) {
			throw new UnexpectedRefusal("The shop service", ex);
		}
	}

}
