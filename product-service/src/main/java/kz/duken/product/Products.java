package kz.duken.product;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;
import tools.jackson.databind.json.JsonMapper;

import kz.duken.product.word.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cards. Deleted ones are kept, and seen by nobody. */
@Repository
class Products {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final ProductRows rows;

	private final Spelling spelling;

	Products(JdbcClient jdbc, JsonMapper json, ProductRows rows, Spelling spelling) {
		this.jdbc = jdbc;
		this.json = json;
		this.rows = rows;
		this.spelling = spelling;
	}

	Optional<Product> find(UUID id) {
		return this.jdbc
			.sql("select " + ProductRows.ALL_COLUMNS + " " + ProductRows.FROM
					+ " where p.id = :id and deleted_at is null")
			.param("id", id)
			.query(this.rows)
			.optional();
	}

	/** Those that there are, in no order. */
	List<Product> find(Collection<UUID> ids) {
		return this.jdbc
			.sql("select " + ProductRows.COLUMNS + " " + ProductRows.FROM
					+ " where p.id in (:ids) and p.deleted_at is null")
			.param("ids", ids)
			.query(this.rows)
			.list();
	}

	/** Whether there was ever a card of this id: its name then, deleted or not. */
	Optional<CardName> findEver(UUID id) {
		return this.jdbc.sql("select id, name from product where id = :id")
			.param("id", id)
			.query(CardName.class)
			.optional();
	}

	/** The names of those that there are. */
	List<CardName> names(Collection<UUID> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("select id, name from product where id in (:ids) and deleted_at is null order by id")
			.param("ids", ids)
			.query((row, number) -> new CardName(row.getObject("id", UUID.class), row.getString("name")))
			.list();
	}

	/**
	 * A card that has a name.
	 *
	 * @param nameKey see {@link Words#nameKey}
	 */
	record Namesake(UUID id, String name, String nameKey, @Nullable String brand) {
	}

	/** All cards that have one of the names, the oldest first. */
	List<Namesake> namesakes(Collection<String> nameKeys) {
		return this.jdbc.sql("""
				select id, name, name_key, brand from product
				where name_key = any (cast(:keys as text[])) and deleted_at is null order by created_at, id
				""")
			.param("keys", nameKeys.toArray(String[]::new))
			.query((row, number) -> new Namesake(row.getObject("id", UUID.class), row.getString("name"),
					row.getString("name_key"), row.getString("brand")))
			.list();
	}

	/**
	 * Waits for others who make cards by their names, and keeps them waiting until the
	 * transaction ends.
	 */
	void lockNames() {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('product.name'))").query((row, number) -> true).single();
	}

	boolean holdsAny(UUID categoryId) {
		return this.jdbc
			.sql("select exists (select 1 from product where category_id = :category and deleted_at is null)")
			.param("category", categoryId)
			.query(Boolean.class)
			.single();
	}

	/** Those of the ids that were ever a card's. */
	Set<UUID> everTaken(Collection<UUID> ids) {
		return new HashSet<>(this.jdbc.sql("select id from product where id = any (cast(:ids as uuid[]))")
			.param("ids", ids.toArray(UUID[]::new))
			.query((row, number) -> row.getObject("id", UUID.class))
			.list());
	}

	/** Those whose id is taken are left as they are. */
	void insert(Map<UUID, Card> cards) {
		write(cards, """
				insert into product (id, name, description, brand, category_id, tags, attributes, images, created_at,
					updated_at, name_key, filter_keys, facet_keys, name_words, search_words, indexed)
				select id, name, description, brand, category, tags, attributes, images, now(), now(), key, filters,
					facets, cast(named as tsvector), cast(words as tsvector), :version
				from told order by told.id
				on conflict (id) do nothing
				""");
	}

	/** Writes the card anew, unless it is not there. */
	boolean replace(UUID id, Card card) {
		return write(Map.of(id, card), """
				update product
				set name = told.name, description = told.description, brand = told.brand, category_id = told.category,
					tags = told.tags, attributes = told.attributes, images = told.images, updated_at = now(),
					name_key = key, filter_keys = filters, facet_keys = facets, name_words = cast(named as tsvector),
					search_words = cast(words as tsvector), indexed = :version
				from told where product.id = told.id and deleted_at is null
				""") == 1;
	}

	/** Writes how cards are found, and nothing else of them. */
	void index(Collection<Product> products) {
		write(products.stream().collect(Collectors.toMap(Product::id, Product::card)), """
				update product
				set name_key = key, filter_keys = filters, facet_keys = facets, name_words = cast(named as tsvector),
					search_words = cast(words as tsvector), indexed = :version
				from told where product.id = told.id
				""");
	}

	private int write(Map<UUID, Card> cards, String statement) {
		if (cards.isEmpty()) {
			return 0;
		}
		List<Told> told = cards.entrySet().stream().map((card) -> Told.of(card.getKey(), card.getValue())).toList();
		int written = this.jdbc.sql("""
				with told as (
					select * from jsonb_to_recordset(cast(:cards as jsonb)) as card (id uuid, name text,
						description text, brand text, category uuid, tags jsonb, attributes jsonb, images jsonb,
						key text, filters text[], facets text[], named text, words text)
				)
				""" + statement)
			.param("cards", this.json.writeValueAsString(told))
			.param("version", SearchEntry.VERSION)
			.update();
		if (written > 0) {
			this.spelling.learn(told.stream().flatMap((card) -> card.vocabulary().stream()).toList());
		}
		return written;
	}

	/** A card as a row. */
	private record Told(UUID id, String name, @Nullable String description, @Nullable String brand, UUID category,
			List<String> tags, List<Attribute> attributes, List<String> images, String key, List<String> filters,
			List<String> facets, String named, String words, @JsonIgnore List<String> vocabulary) {

		static Told of(UUID id, Card card) {
			SearchEntry entry = SearchEntry.of(card);
			return new Told(id, card.name(), card.description(), card.brand(), card.categoryId(), card.tags(),
					card.attributes(), card.images(), entry.nameKey(), entry.filterKeys(), entry.facetKeys(),
					entry.nameWords(), entry.words(), entry.vocabulary());
		}

	}

	/** Takes a card away, with all by which it would be found. */
	void delete(UUID id) {
		this.jdbc.sql("""
				update product
				set deleted_at = now(), name_words = '', search_words = '', filter_keys = '{}', facet_keys = '{}'
				where id = :id and deleted_at is null
				""").param("id", id).update();
	}

}
