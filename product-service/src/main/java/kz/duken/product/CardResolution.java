package kz.duken.product;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import kz.duken.product.category.Categories;
import kz.duken.product.offer.ProductPrices;
import kz.duken.product.word.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the cards that a shop's price list names, and makes those that are missing. A
 * name means one card, whatever its case and spaces; where several have it, the brand
 * tells, else the oldest is meant. Repeating makes nothing twice.
 */
@Service
class CardResolution {

	private final Products products;

	private final ProductPrices prices;

	private final Categories categories;

	private final Validator validator;

	private final TransactionTemplate transaction;

	CardResolution(Products products, ProductPrices prices, Categories categories, Validator validator,
			TransactionTemplate transaction) {
		this.products = products;
		this.prices = prices;
		this.categories = categories;
		this.validator = validator;
		this.transaction = transaction;
	}

	/**
	 * A card as a price list names it.
	 *
	 * @param id under which it is made if it is missing
	 * @param category the slug of one, without which nothing is made
	 */
	record Named(@NotNull UUID id, @NotNull String name, @Nullable String brand, @Nullable String category) {

		boolean isReadable() {
			return Stream
				.of(this.name, Objects.requireNonNullElse(this.brand, ""),
						Objects.requireNonNullElse(this.category, ""))
				.allMatch((text) -> Text.Validator.isReadable(text, false));
		}

		String key() {
			return Words.nameKey(this.name);
		}

		Card card(Map<String, UUID> bySlug) {
			return new Card(this.name, null, this.brand, Objects.requireNonNull(bySlug.get(this.category)), List.of(),
					List.of(), List.of());
		}

	}

	/**
	 * @param name the card's; of one that would be made the form in which names are
	 * compared; else the one asked for
	 * @param detail why there is no card, for people
	 */
	record Resolved(@Nullable UUID productId, String name, Outcome outcome, @Nullable String detail) {
	}

	enum Outcome {

		FOUND, CREATED, WOULD_CREATE, UNKNOWN, UNKNOWN_CATEGORY, INVALID

	}

	/**
	 * One answer for each name, in their order.
	 * @param create whether to make what is missing
	 */
	List<Resolved> resolve(List<Named> cards, boolean create) {
		Map<String, UUID> bySlug = this.categories.bySlug(cards.stream()
			.filter(Named::isReadable)
			.flatMap((card) -> Optional.ofNullable(card.category()).stream())
			.toList());
		if (!create) {
			return answers(cards, bySlug, false);
		}
		return this.transaction.execute((status) -> {
			// one at a time, so that a name is not made twice
			this.products.lockNames();
			bySlug.values().removeIf((category) -> !this.categories.keepOpen(category));
			return answers(cards, bySlug, true);
		});
	}

	private List<Resolved> answers(List<Named> cards, Map<String, UUID> bySlug, boolean create) {
		Map<String, List<Products.Namesake>> known = new HashMap<>(
				this.products.namesakes(cards.stream().filter(Named::isReadable).map(Named::key).toList())
					.stream()
					.collect(Collectors.groupingBy(Products.Namesake::nameKey)));
		Set<UUID> taken = this.products.everTaken(cards.stream().map(Named::id).toList());
		Map<UUID, Card> made = new LinkedHashMap<>();
		List<Resolved> answers = new ArrayList<>();
		for (Named named : cards) {
			if (!named.isReadable()) {
				answers.add(new Resolved(null, named.name(), Outcome.INVALID, "has control characters in its name"));
				continue;
			}
			Optional<Products.Namesake> found = meant(named, known.getOrDefault(named.key(), List.of()));
			Resolved answer = found.map((one) -> new Resolved(one.id(), one.name(), Outcome.FOUND, null))
				.orElseGet(() -> missing(named, bySlug, create, taken));
			answers.add(answer);
			if (answer.outcome() == Outcome.CREATED) {
				made.put(named.id(), named.card(bySlug));
				taken.add(named.id());
				known.put(named.key(),
						List.of(new Products.Namesake(named.id(), named.name(), named.key(), named.brand())));
			}
		}
		made.keySet().forEach(this.prices::cardMade);
		// last and at once: others who write cards wait for the words that these bring
		this.products.insert(made);
		return answers;
	}

	private static Optional<Products.Namesake> meant(Named card, Collection<Products.Namesake> namesakes) {
		return namesakes.stream()
			.filter((one) -> card.brand() != null && card.brand().equalsIgnoreCase(one.brand()))
			.findFirst()
			.or(() -> namesakes.stream().findFirst());
	}

	private Resolved missing(Named named, Map<String, UUID> bySlug, boolean create, Set<UUID> taken) {
		if (named.category() == null) {
			return new Resolved(null, named.name(), Outcome.UNKNOWN,
					"no card has this name; give its product_id, or a category to make the card");
		}
		if (!bySlug.containsKey(named.category())) {
			return new Resolved(null, named.name(), Outcome.UNKNOWN_CATEGORY,
					"there is no category '" + named.category() + "'");
		}
		Optional<String> fault = this.validator.validate(named.card(bySlug))
			.stream()
			.map((violation) -> violation.getPropertyPath() + " " + violation.getMessage())
			.sorted()
			.findFirst();
		if (fault.isPresent()) {
			return new Resolved(null, named.name(), Outcome.INVALID, fault.get());
		}
		if (!create) {
			return new Resolved(null, named.key(), Outcome.WOULD_CREATE, null);
		}
		if (taken.contains(named.id())) {
			return new Resolved(null, named.name(), Outcome.INVALID, "its card was deleted or has another name now");
		}
		return new Resolved(named.id(), named.name(), Outcome.CREATED, null);
	}

}
