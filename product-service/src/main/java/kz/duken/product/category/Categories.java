package kz.duken.product.category;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.duken.product.feed.FeedReader;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The categories that cards stand in. */
@Repository
public class Categories {

	private final JdbcClient jdbc;

	private final CategoryFeed feed;

	private final FeedReader feeds;

	Categories(JdbcClient jdbc, CategoryFeed feed, FeedReader feeds) {
		this.jdbc = jdbc;
		this.feed = feed;
		this.feeds = feeds;
	}

	/**
	 * Makes sure that a category made a moment ago is known, by asking category-service
	 * about one that is not. Not for transactions.
	 * @throws kz.duken.commons.problem.Unavailable when it had to be asked and did not
	 * answer
	 */
	public void lookFor(UUID id) {
		boolean known = this.jdbc.sql("select exists (select 1 from category where id = :id)")
			.param("id", id)
			.query(Boolean.class)
			.single();
		if (!known) {
			this.feeds.pull(this.feed);
		}
	}

	/**
	 * The categories of these slugs; one that there is not is absent. Like
	 * {@link #lookFor}, it asks about unknown ones.
	 */
	public Map<String, UUID> bySlug(Collection<String> slugs) {
		Map<String, UUID> known = knownBySlug(slugs);
		if (!known.keySet().containsAll(slugs)) {
			this.feeds.pull(this.feed);
			known = knownBySlug(slugs);
		}
		return known;
	}

	private Map<String, UUID> knownBySlug(Collection<String> slugs) {
		Map<String, UUID> known = new HashMap<>();
		this.jdbc.sql(
				"select slug, id from category where slug = any (cast(:slugs as text[])) and not deleted and retired_at is null")
			.param("slugs", slugs.toArray(String[]::new))
			.query((row, number) -> known.put(row.getString("slug"), row.getObject("id", UUID.class)))
			.list();
		return known;
	}

	/** They, known or not, and all categories below them. */
	public List<UUID> withAllBelow(Collection<UUID> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				with recursive branch (id) as (
					select unnest(cast(:ids as uuid[]))
					union
					select below.id from category below join branch on below.parent_id = branch.id
				)
				select id from branch
				""")
			.param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();
	}

	/**
	 * Whether a card may stand in the category; if so, that remains until the transaction
	 * ends.
	 */
	public boolean keepOpen(UUID id) {
		return this.jdbc.sql("select 1 from category where id = :id and not deleted and retired_at is null for share")
			.param("id", id)
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	/**
	 * Waits for those who put cards into the category, and lets no other one in until the
	 * transaction ends. It may be one that the feed has not told of yet.
	 */
	public void lock(UUID id) {
		this.jdbc.sql("""
				insert into category (id, deleted, cluster, version) values (:id, false, '', 0) on conflict do nothing
				""").param("id", id).update();
		this.jdbc.sql("select 1 from category where id = :id for update").param("id", id).query(Integer.class).single();
	}

	/** No card may enter the category any more. Repeating changes nothing. */
	public void retire(UUID id) {
		this.jdbc.sql("update category set retired_at = now() where id = :id and retired_at is null")
			.param("id", id)
			.update();
	}

}
