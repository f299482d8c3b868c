package kz.duken.cart.product;

import java.util.Optional;
import java.util.UUID;

import feign.FeignException;
import kz.duken.commons.neighbour.Neighbour;
import kz.duken.commons.neighbour.Neighbours;
import kz.duken.commons.problem.Unavailable;

import org.springframework.stereotype.Component;

/** The product cards. */
@Component
public class Products {

	private final ProductClient client;

	private final Neighbour neighbour;

	Products(ProductClient client, Neighbours neighbours) {
		this.client = client;
		this.neighbour = neighbours.named("product-service");
	}

	/**
	 * The card of a product.
	 * @return empty when there is none, or it was deleted
	 * @throws Unavailable when there is no answer
	 */
	public Optional<Card> card(UUID productId) {
		try {
			return Optional.of(this.neighbour.ask(() -> this.client.card(productId)));
		}
		catch (FeignException.NotFound ex) {
			return Optional.empty();
		}
		catch (FeignException ex) {
			throw new Unavailable("The product service", ex);
		}
	}

}
