package kz.duken.shop.product;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import feign.FeignException;
import kz.duken.commons.neighbour.Neighbour;
import kz.duken.commons.neighbour.Neighbours;
import kz.duken.commons.neighbour.UnexpectedRefusal;
import kz.duken.commons.problem.InvalidField;
import kz.duken.commons.problem.Unavailable;
import kz.duken.commons.problem.ValidationFailed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * The door to product-service. Every call throws {@link Unavailable} when it does not
 * answer.
 */
@Component
public class Products {

	/** As many as product-service finds or names at once. */
	public static final int BATCH = 500;

	private final ProductClient client;

	private final ResolutionClient resolution;

	private final Neighbour neighbour;

	private final JsonMapper json;

	Products(ProductClient client, ResolutionClient resolution, Neighbours neighbours, JsonMapper json) {
		this.client = client;
		this.resolution = resolution;
		this.neighbour = neighbours.named("product-service");
		this.json = json;
	}

	/** The card of a product; empty when there is none. */
	public Optional<Card> find(UUID id) {
		try {
			return Optional.of(this.neighbour.ask(() -> this.client.find(id)));
		}
		catch (FeignException.NotFound ex) {
			return Optional.empty();
		}
		catch (FeignException.FeignClientException ex) {
			throw unexpected(ex);
		}
	}

	/**
	 * Makes a card under an id of the caller's choice; with the same id again it is the
	 * same card.
	 * @param card as the public API takes it, not looked at here
	 * @throws ValidationFailed when product-service does not take the card; places begin
	 * with {@code /product}
	 */
	public Card make(UUID id, Map<String, @Nullable Object> card) {
		try {
			return this.neighbour.ask(() -> this.client.make(id, card));
		}
		catch (FeignException.FeignClientException ex) {
			if (isAboutTheCard(ex.status())) {
				throw new ValidationFailed(places(ex.contentUTF8()));
			}
			throw unexpected(ex);
		}
	}

	/** It is badly made, or too large. */
	private static boolean isAboutTheCard(int status) {
		return status == 400 || status == 413 || status == 422;
	}

	/** The names that cards now have; a product without a card is absent. */
	public List<Card> names(Collection<UUID> ids) {
		try {
			return this.neighbour.ask(() -> this.client.names(new ProductClient.Ids(ids))).products();
		}
		catch (FeignException.FeignClientException ex) {
			throw new Unavailable("The product service", ex);
		}
	}

	/**
	 * Finds cards by their names, at most {@link #BATCH}; one answer for each, in order.
	 * @param create whether those that could be made are made, each under the id it came
	 * with; to be repeated without harm
	 */
	public List<ResolvedCard> resolve(boolean create, List<SoughtCard> cards) {
		try {
			return this.neighbour.ask(() -> this.resolution.resolve(new ResolutionClient.Sought(create, cards)))
				.inOrderOf(cards);
		}
		catch (FeignException.FeignClientException | IllegalStateException ex) {
			throw new Unavailable("The product service", ex);
		}
	}

	private static UnexpectedRefusal unexpected(FeignException.FeignClientException refusal) {
		return new UnexpectedRefusal("The product service", refusal);
	}

	private List<InvalidField> places(String body) {
		Refusal refusal = read(body);
		if (refusal.errors() == null || refusal.errors().isEmpty()) {
			return List.of(new InvalidField("/product", "must be a card that can be taken"));
		}
		return refusal.errors()
			.stream()
			.map((error) -> new InvalidField("/product" + error.pointer(), error.detail()))
			.toList();
	}

	private Refusal read(String body) {
		try {
			return this.json.readValue(body, Refusal.class);
		}
		catch (JacksonException ex) {
			return new Refusal(null);
		}
	}

	private record Refusal(@Nullable List<InvalidField> errors) {
	}

}
