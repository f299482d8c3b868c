package kz.duken.product;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
			.sql("select " + ProductRows.COLUMNS + " " + ProductRows.FROM + " where p.id = :id and deleted_at is null")
			.param("id", id)
			.query(this.rows)
			.optional();
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

	/** How many cards are directly in each category that has any. */
	Map<UUID, Integer> countByCategory() {
		return this.jdbc.sql("""
				select category_id, count(*) as cards from product where deleted_at is null group by category_id
				""")
			.query((row, number) -> Map.entry(row.getObject("category_id", UUID.class), row.getInt("cards")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	boolean holdsAny(UUID categoryId) {
		return this.jdbc
			.sql("select exists (select 1 from product where category_id = :category and deleted_at is null)")
			.param("category", categoryId)
			.query(Boolean.class)
			.single();
	}

	/** Does nothing if the id is taken. */
	void insert(UUID id, Card card) {
		write(id, card, """
				insert into product (id, name, description, brand, category_id, tags, attributes, images, created_at,
					updated_at, name_key, filter_keys, search_words)
				values (:id, :name, :description, :brand, :category, cast(:tags as jsonb), cast(:attributes as jsonb),
					cast(:images as jsonb), now(), now(), :nameKey, cast(:filterKeys as text[]),
					cast(:words as tsvector))
				on conflict (id) do nothing
				""");
	}

	/** Writes the card anew, unless it is not there. */
	boolean replace(UUID id, Card card) {
		return write(id, card, """
				update product
				set name = :name, description = :description, brand = :brand, category_id = :category,
					tags = cast(:tags as jsonb), attributes = cast(:attributes as jsonb),
					images = cast(:images as jsonb), updated_at = now(), name_key = :nameKey,
					filter_keys = cast(:filterKeys as text[]), search_words = cast(:words as tsvector)
				where id = :id and deleted_at is null
				""");
	}

	private boolean write(UUID id, Card card, String sql) {
		SearchEntry entry = SearchEntry.of(card);
		boolean written = this.jdbc.sql(sql)
			.param("id", id)
			.param("name", card.name())
			.param("description", card.description())
			.param("brand", card.brand())
			.param("category", card.categoryId())
			.param("tags", this.json.writeValueAsString(card.tags()))
			.param("attributes", this.json.writeValueAsString(card.attributes()))
			.param("images", this.json.writeValueAsString(card.images()))
			.param("nameKey", entry.nameKey())
			.param("filterKeys", entry.filterKeys().toArray(String[]::new))
			.param("words", entry.words())
			.update() == 1;
		if (written) {
			this.spelling.learn(entry.vocabulary());
		}
		return written;
	}

	void delete(UUID id) {
		this.jdbc.sql("update product set deleted_at = now() where id = :id and deleted_at is null")
			.param("id", id)
			.update();
	}

}
