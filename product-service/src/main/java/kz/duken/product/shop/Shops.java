package kz.duken.product.shop;

import java.util.UUID;
import java.util.function.Supplier;

import feign.FeignException;
import kz.duken.commons.neighbour.Neighbour;
import kz.duken.commons.neighbour.Neighbours;
import kz.duken.commons.problem.Unavailable;
import kz.duken.product.feed.FeedPage;
import kz.duken.product.feed.FeedProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The door to shop-service. */
@Component
public class Shops {

	private final Neighbour shops;

	private final ShopClient client;

	private final int pageSize;

	Shops(Neighbours neighbours, ShopClient client, FeedProperties feed) {
		this.shops = neighbours.named("shop-service");
		this.client = client;
		this.pageSize = feed.pageSize();
	}

	/**
	 * A page of the offers changed since the position.
	 * @throws kz.duken.commons.problem.Unavailable when shop-service does not answer
	 */
	public FeedPage<ShopOffer> offers(String position, @Nullable String cursor) {
		return ask(() -> this.client.offers(position, cursor, this.pageSize));
	}

	/**
	 * A page of the shops changed since the position.
	 * @throws kz.duken.commons.problem.Unavailable when shop-service does not answer
	 */
	public FeedPage<Shop> shops(String position, @Nullable String cursor) {
		return ask(() -> this.client.shops(position, cursor, this.pageSize));
	}

	/**
	 * Asks that no shop may offer the card any more. Repeating is safe.
	 * @return whether it is so; {@code false} while a shop still offers it
	 * @throws kz.duken.commons.problem.Unavailable when shop-service does not answer
	 */
	public boolean retire(UUID cardId) {
		return ask(() -> this.client.retire(cardId)).outcome() == ShopClient.Outcome.RETIRED;
	}

	/** None of these calls can be refused; one that is has not reached shop-service. */
	private <T> T ask(Supplier<T> call) {
		try {
			return this.shops.ask(call);
		}
		catch (FeignException.FeignClientException ex) {
			throw new Unavailable("The shop service", ex);
		}
	}

}
