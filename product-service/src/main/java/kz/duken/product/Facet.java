package kz.duken.product;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be counted of the hits, each by a query of its own over the same hits. */
enum Facet {

	BRAND(Facets.BRAND, "p.brand", "'[]'", """
			select coalesce(json_agg(counted order by count desc, value), '[]') from (
				select min(brand) as value, cast(sum(cards) as bigint) as count
				from (select brand, count(*) as cards from hits where brand is not null group by brand) as written
				group by lower(brand)
				order by 'brand' || chr(31) || lower(brand) = any (cast(:asked as text[])) desc, count desc, value
				limit :values
			) as counted
			"""),

	/** As the filter means all below, too, a card counts for all above its category. */
	CATEGORY(Facets.CATEGORY, "p.category_id", "'[]'", """
			with recursive direct as (
				select category_id as id, count(*) as cards from hits group by category_id
			), branch (id, below) as (
				select id, id from direct
				union
				select category.parent_id, branch.below from branch join category on category.id = branch.id
				where category.parent_id is not null
			), counted as (
				select category.id as value, category.name, sum(direct.cards) as count
				from branch join direct on direct.id = branch.below join category on category.id = branch.id
				group by category.id order by count desc, category.name limit :categoryValues
			)
			select coalesce(json_agg(counted order by count desc, name), '[]') from counted
			"""),

	/**
	 * A limit for each, so that none crowds out another; and what was asked for stays. A
	 * value of a single card is not sorted where enough others have more. Where there are
	 * more hits than are counted, one of four stands for all; but of one attribute all
	 * are looked at.
	 */
	ATTRIBUTES("", "p.facet_keys, uuid_hash(p.id) as number", "'[]'", """
			with each as materialized (
				select case when count(*) < :hits or :prefix <> '' then 1 else 4 end as nth from hits
			), keys as (
				select key, count(*) as count
				from (select unnest(facet_keys) as key from hits, each where number % nth = 0) as keys_of_hits
				where :prefix = '' or starts_with(key, :prefix) group by key
			), named as (
				select split_part(key, chr(31), 1) collate "C" as name, key collate "C" as key, count,
					'attr.' || key = any (cast(:asked as text[])) as asked
				from keys
			), attribute as (
				select name, sum(count) as cards, count(*) filter (where count > 1) as repeated from named group by name
			), placed as (
				select name, split_part(key, chr(31), 2) as value, count, cards,
					row_number() over (partition by name order by asked desc, count desc, key) as place
				from named join attribute using (name)
				where count > 1 or asked or repeated < :values
			), counted as (
				select name, value, count, cards, dense_rank() over (order by cards desc, name) as name_place
				from placed where place <= :values
			)
			select coalesce(json_agg(json_build_object('name', name, 'value', value, 'count', count * nth)
				order by cards desc, name, count desc, value), '[]')
			from counted, each where name_place <= :attributeNames
			"""),

	PRICE(Facets.PRICE, "p.price", "'{}'", "select json_build_object('min', min(price), 'max', max(price)) from hits");

	private final String parameter;

	private final String column;

	private final String none;

	private final String count;

	Facet(String parameter, String column, String none, String count) {
		this.parameter = parameter;
		this.column = column;
		this.none = none;
		this.count = count;
	}

	/** The query parameter by which {@link Conditions} leaves its filter out. */
	String parameter() {
		return this.parameter;
	}

	/** Whether a filter names it; attributes are asked for one by one. */
	boolean isFilteredBy(ProductQuery query) {
		return switch (this) {
			case BRAND -> query.filterKeys().containsKey(this.parameter);
			case CATEGORY -> !query.categories().isEmpty();
			case PRICE -> query.minPrice().isPresent() || query.maxPrice().isPresent();
			case ATTRIBUTES -> false;
		};
	}

	/**
	 * A statement that counts some, as JSON in a column of each one's name; the others
	 * are empty.
	 */
	static String statement(Set<Facet> counted, String conditions) {
		String columns = counted.stream().map((facet) -> facet.column).collect(Collectors.joining(", "));
		String counts = Arrays.stream(values())
			.map((facet) -> counted.contains(facet) ? "(" + facet.count + ") as " + facet : facet.none + " as " + facet)
			.collect(Collectors.joining(", "));
		return """
				with hits as materialized (
					select %s from product p where %s limit :hits
				)
				select (select count(*) from hits) >= :hits as approximate, %s
				""".formatted(columns, conditions, counts);
	}

}
