package kz.duken.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
	 * @param oldest of these; {@code null} when there are none
	 */
	record Ranked(List<Found> rows, int candidates, Place.@Nullable Oldest oldest) {
	}

	/**
	 * Ranks cards.
	 * @param found makes a table {@code candidates} too, of {@code id} and
	 * {@code created_at}
	 */
	Ranked rank(String found, Conditions conditions, int limit) {
		return this.jdbc.sql(found + """
				, known as (
					select count(*) as candidates, (array_agg(id order by created_at, id))[1] as oldest_id,
						min(created_at) as oldest_at
					from candidates
				)
				select known.*, p.* from known left join (
					select found.sort_key, %s %s join found on found.id = p.id
				) p on true order by %s
				""".formatted(ProductRows.COLUMNS, ProductRows.FROM, ProductSort.RELEVANCE.orderBy()))
			.params(conditions.parameters())
			.param("limit", limit)
			.query(this::ranked);
	}

	/** What is known of all stands in each row, and in one without a card if need be. */
	private Ranked ranked(ResultSet row) throws SQLException {
		List<Found> rows = new ArrayList<>();
		int candidates = 0;
		Place.Oldest oldest = null;
		while (row.next()) {
			if (row.isFirst()) {
				candidates = row.getInt("candidates");
				oldest = (candidates > 0) ? new Place.Oldest(ProductRows.instant(row, "oldest_at"),
						row.getObject("oldest_id", UUID.class)) : null;
			}
			if (row.getObject("id") != null) {
				rows.add(new Found(this.rows.mapRow(row, rows.size()), ProductSort.RELEVANCE.keyOf(row)));
			}
		}
		return new Ranked(rows, candidates, oldest);
	}

}
