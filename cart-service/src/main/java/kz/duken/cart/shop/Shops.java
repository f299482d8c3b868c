package kz.duken.cart.shop;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import feign.FeignException;
import kz.duken.commons.neighbour.Neighbour;
import kz.duken.commons.neighbour.Neighbours;
import kz.duken.commons.problem.Unavailable;

import org.springframework.stereotype.Component;

/** The shops' offers. */
@Component
public class Shops {

	private final ShopClient client;

	private final Neighbour neighbour;

	Shops(ShopClient client, Neighbours neighbours) {
		this.client = client;
		this.neighbour = neighbours.named("shop-service");
	}

	/**
	 * The offers as they are now, by one call; by none when none is asked for.
	 * @param keys at most 100
	 * @return without those that never were
	 * @throws Unavailable when there is no answer
	 */
	public Map<OfferKey, Offer> offers(Set<OfferKey> keys) {
		if (keys.isEmpty()) {
			return Map.of();
		}
		return ask(() -> this.client.offers(new ShopClient.Query(keys))).offers()
			.stream()
			.collect(Collectors.toMap(Offer::key, Function.identity(), (one, same) -> one));
	}

	/**
	 * The offer that a customer gets who names no shop.
	 * @return empty when nobody has the product in stock
	 * @throws Unavailable when there is no answer
	 */
	public Optional<Offer> bestOffer(UUID productId) {
		return Optional.ofNullable(ask(() -> this.client.bestOffer(productId)).offer());
	}

	private <T> T ask(Supplier<T> question) {
		try {
			return this.neighbour.ask(question);
		}
		catch (FeignException ex) {
			throw new Unavailable("The shop service", ex);
		}
	}

}
