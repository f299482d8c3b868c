package kz.duken.product;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of a list of products. */
@Repository
class FoundRows {

	private final JdbcClient jdbc;

	private final ProductRows rows;

	FoundRows(JdbcClient jdbc, ProductRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	record Found(Product product, String sortKey) {
	}

	/**
	 * How many cards there are, counted up to a number. The query within is planned as if
	 * all its rows were wanted, so by the index that finds rare ones, and stops when
	 * there are enough.
	 */
	long count(Conditions conditions, int upTo) {
		return this.jdbc
			.sql("with hits as materialized (select p.id from product p where " + conditions.all()
					+ ") select count(*) from (select 1 from hits limit :upTo) counted")
			.params(conditions.parameters())
			.param("upTo", upTo)
			.query(Long.class)
			.single();
	}

	/**
	 * First only the places of a page, so that sorting does not carry whole cards.
	 * @param found makes a table {@code found} of {@code id} and {@code sort_key} with at
	 * most {@code :limit} rows
	 */
	List<Found> find(String found, Conditions conditions, ProductSort sort, int limit) {
		return this.jdbc
			.sql(found + "select found.sort_key, " + ProductRows.COLUMNS + " " + ProductRows.FROM
					+ " join found on found.id = p.id order by " + sort.orderBy())
			.params(conditions.parameters())
			.param("limit", limit)
			.query((row, number) -> new Found(this.rows.mapRow(row, number), sort.keyOf(row)))
			.list();
	}

	/**
	 * Rows that were ranked.
	 *
	 * @param candidates among how many
	 * @param oldest of these; {@code null} when there are no rows
	 */
	record Ranked(List<Found> rows, int candidates, Place.@Nullable Oldest oldest) {
	}

	/**
	 * Ranks cards.
	 * @param found makes a table {@code candidates} too, of {@code id} and
	 * {@code created_at}
	 */
	Ranked rank(String found, Conditions conditions, int limit) {
		AtomicReference<Ranked> known = new AtomicReference<>(new Ranked(List.of(), 0, null));
		List<Found> rows = this.jdbc
			.sql(found + """
					, known as (
						select count(*) as candidates, (array_agg(id order by created_at, id))[1] as oldest_id,
							min(created_at) as oldest_at
						from candidates
					)
					select known.*, found.sort_key,
					""" + ProductRows.COLUMNS + " " + ProductRows.FROM
					+ " join found on found.id = p.id cross join known order by " + ProductSort.RELEVANCE.orderBy())
			.params(conditions.parameters())
			.param("limit", limit)
			.query((row, number) -> {
				if (number == 0) {
					known.set(new Ranked(List.of(), row.getInt("candidates"), new Place.Oldest(
							ProductRows.instant(row, "oldest_at"), row.getObject("oldest_id", UUID.class))));
				}
				return new Found(this.rows.mapRow(row, number), ProductSort.RELEVANCE.keyOf(row));
			})
			.list();
		return new Ranked(rows, known.get().candidates(), known.get().oldest());
	}

}
