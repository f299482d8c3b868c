package kz.duken.category.product;

import java.util.List;
import java.util.UUID;

import feign.FeignException;
import kz.duken.commons.neighbour.Neighbour;
import kz.duken.commons.neighbour.Neighbours;
import kz.duken.commons.problem.InvalidField;
import kz.duken.commons.problem.Unavailable;
import kz.duken.commons.problem.ValidationFailed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The products of categories. */
@Component
public class Products {

	private static final String CATEGORY = "categoryId";

	private static final int BAD_REQUEST = 400;

	private static final int URI_TOO_LONG = 414;

	private final ProductClient client;

	private final Neighbour neighbour;

	private final JsonMapper json;

	Products(ProductClient client, Neighbours neighbours, JsonMapper json) {
		this.client = client;
		this.neighbour = neighbours.named("product-service");
		this.json = json;
	}

	/**
	 * A page of the products of a category and of all below it, as the product-service
	 * writes it.
	 * @param query filters, order and page as for all products; another category in it is
	 * passed over, as the address has named one
	 * @throws ValidationFailed when a parameter has a bad value
	 * @throws Unavailable when there is no answer
	 */
	public byte[] below(UUID categoryId, MultiValueMap<String, String> query) {
		MultiValueMap<String, String> whole = new LinkedMultiValueMap<>(query);
		whole.set(CATEGORY, categoryId.toString());
		try {
			return this.neighbour.ask(() -> this.client.products(whole));
		}
		catch (FeignException ex) {
			throw (ex.status() == BAD_REQUEST || ex.status() == URI_TOO_LONG) ? new ValidationFailed(errors(ex))
					: unavailable(ex);
		}
	}

	/** What the product-service's HTTP server refuses, it refuses without a word. */
	private List<InvalidField> errors(FeignException refusal) {
		try {
			List<InvalidField> errors = this.json.readValue(refusal.contentUTF8(), Refusal.class).errors();
			if (errors != null && !errors.isEmpty()) {
				return errors;
			}
		}
		catch (JacksonException ex) {
			refusal.addSuppressed(ex);
		}
		return List.of(new InvalidField("", "must be a query of fewer parameters, in URL-encoded UTF-8"));
	}

	/**
	 * Lets no product enter the category any more, for good. Safe to repeat.
	 * @return whether that is so now; {@code false} when it has products
	 * @throws Unavailable when there is no answer: it may be so or not
	 */
	public boolean retire(UUID categoryId) {
		try {
			return switch (this.neighbour.ask(() -> this.client.retire(categoryId)).outcome()) {
				case RETIRED -> true;
				case HAS_PRODUCTS -> false;
			};
		}
		catch (FeignException ex) {
			throw unavailable(ex);
		}
	}

	private static Unavailable unavailable(FeignException nonsense) {
		return new Unavailable("The product service", nonsense);
	}

	private record Refusal(@Nullable List<InvalidField> errors) {
	}

}
