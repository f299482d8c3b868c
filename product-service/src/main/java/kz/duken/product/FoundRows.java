package kz.duken.product;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
	 * The place of the card from which on the newest are so many, if there are so many.
	 */
	Optional<Place.Oldest> oldest(Conditions conditions, int newest) {
		return this.jdbc
			.sql("select p.created_at, p.id from product p where " + conditions.all()
					+ " order by p.created_at desc, p.id desc offset :before limit 1")
			.params(conditions.parameters())
			.param("before", newest - 1)
			.query((row, number) -> new Place.Oldest(ProductRows.instant(row, "created_at"),
					row.getObject("id", UUID.class)))
			.optional();
	}

}
