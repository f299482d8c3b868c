package kz.duken.product;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Repository;

/**
 * Finds products. What was typed is first taken as {@link Meaning} understands it; when
 * hardly a card is meant, it may be mistyped, too. A cursor says which of the two its
 * list is.
 */
@Repository
class ProductSearch {

	/** Fewer cards than these are sorted, of more an index is walked in its order. */
	static final int FEW = 2000;

	/** When fewer cards are found, those that may be meant by a slip follow them. */
	private static final int HARDLY_ANY = 3;

	/** Key, conditions, place and order. */
	private static final String OF_FEW = """
			with hits as materialized (
				select p.id, p.price, p.created_at, p.name_key from product p where %2$s
			), found as (select p.id, %1$s as sort_key from hits p where %3$s order by %4$s limit :limit)
			""";

	private static final String OF_MANY = """
			with found as (
				select p.id, %1$s as sort_key from product p where %2$s and %3$s order by %4$s limit :limit
			)
			""";

	/** The first of each category, and of these the first. */
	private static final String OF_BRANCH = """
			with found as (
				select p.id, p.sort_key
				from unnest(cast(:categories as uuid[])) as branch (id) cross join lateral (
					select p.id, %1$s as sort_key from product p
					where p.category_id = branch.id and %2$s and %3$s order by %4$s limit :limit
				) as p
				order by %4$s limit :limit
			)
			""";

	private final Meaning meaning;

	private final Relevance relevance;

	private final FoundRows rows;

	private final FacetCounts facets;

	private final Clock clock;

	ProductSearch(Meaning meaning, Relevance relevance, FoundRows rows, FacetCounts facets, Clock clock) {
		this.meaning = meaning;
		this.relevance = relevance;
		this.rows = rows;
		this.facets = facets;
		this.clock = clock;
	}

	/**
	 * A page of what was found.
	 *
	 * @param facets where they were asked for
	 */
	record Result(Page<Product> page, @Nullable Facets facets) {
	}

	Result find(ProductQuery query, PageRequest page) {
		Place after = (page.cursor() != null) ? Place.read(page.cursor(), query.sort()) : null;
		Instant asOf = (after != null) ? after.asOf() : this.clock.instant();
		boolean forgiving = after != null && after.forgiving();
		Relevance.Asked precise = new Relevance.Asked(query, this.meaning.of(query.phrases(), false, asOf),
				Optional.empty(), asOf);
		Relevance.Asked asked = forgiving ? forgiven(precise) : precise;
		try (FacetCounts.Counting facets = this.facets.begin(query, asked.words())) {
			Relevance.Listed listed = list(asked, after, page.limit());
			if (after != null || !isHardlyFound(asked, listed.cards())) {
				return new Result(page(listed, page, query.sort(), forgiving, asOf), facets.get());
			}
		}
		Relevance.Asked forgiven = forgiven(precise);
		try (FacetCounts.Counting facets = this.facets.begin(query, forgiven.words())) {
			Relevance.Listed listed = list(forgiven, null, page.limit());
			return new Result(page(listed, page, query.sort(), true, asOf), facets.get());
		}
	}

	/** The same, mistyped perhaps. */
	private Relevance.Asked forgiven(Relevance.Asked precise) {
		return new Relevance.Asked(precise.query(), this.meaning.of(precise.query().phrases(), true, precise.asOf()),
				precise.words(), precise.asOf());
	}

	private Relevance.Listed list(Relevance.Asked asked, @Nullable Place after, int limit) {
		if (asked.query().sort() == ProductSort.RELEVANCE) {
			return (after != null) ? this.relevance.next(asked, after, limit) : this.relevance.first(asked, limit);
		}
		return byKey(asked.query(), asked.words(), after, limit);
	}

	/** Without its filters; a name or an id given whole is not mistyped. */
	private boolean isHardlyFound(Relevance.Asked asked, long cards) {
		int enough = (asked.query().sort() == ProductSort.RELEVANCE) ? HARDLY_ANY : 1;
		if (asked.words().isEmpty() || cards >= enough) {
			return false;
		}
		ProductQuery text = asked.query().textAlone();
		long found = asked.query().equals(text) ? cards
				: this.rows.count(new Conditions().text(text, asked.words()), enough);
		if (found == 0 || found >= enough) {
			return found == 0;
		}
		Conditions whole = new Conditions();
		return this.rows.count(whole.add(whole.givenWhole(text), Map.of()), 1) == 0;
	}

	private static Page<Product> page(Relevance.Listed listed, PageRequest page, ProductSort sort, boolean forgiving,
			Instant asOf) {
		return Page.of(listed.rows(), page,
				(row) -> new Place(forgiving, row.sortKey(), row.product().id().toString(), asOf, listed.oldest())
					.cursor(sort),
				FoundRows.Found::product);
	}

	private Relevance.Listed byKey(ProductQuery query, Optional<TextQuery> words, @Nullable Place after, int limit) {
		ProductSort sort = query.sort();
		Conditions all = Conditions.filters(query).text(query, words);
		long cards = query.phrases().isEmpty() ? FEW : this.rows.count(all, FEW);
		boolean few = cards < FEW;
		Conditions conditions = few ? all : Conditions.filters(query).commonText(query, words);
		String matching = conditions.all();
		if (after != null) {
			conditions.with(after.parameters());
		}
		String further = (after != null) ? sort.after(sort.key()) : "true";
		String found = few ? OF_FEW : query.isOfBranch() ? OF_BRANCH : OF_MANY;
		List<FoundRows.Found> rows = this.rows.find(found.formatted(sort.key(), matching, further, sort.orderBy()),
				conditions, sort, limit);
		return new Relevance.Listed(rows, cards, null);
	}

}
