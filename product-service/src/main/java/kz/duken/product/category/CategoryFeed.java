package kz.duken.product.category;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import feign.FeignException;
import kz.duken.commons.neighbour.Neighbour;
import kz.duken.commons.neighbour.Neighbours;
import kz.duken.commons.problem.Unavailable;
import kz.duken.product.category.CategoryClient.Category;
import kz.duken.product.feed.Feed;
import kz.duken.product.feed.FeedPage;
import kz.duken.product.feed.FeedProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the category tree as category-service has it. */
@Component
class CategoryFeed implements Feed<Category> {

	private final Neighbour categories;

	private final CategoryClient client;

	private final int pageSize;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final CategoryWords words;

	CategoryFeed(Neighbours neighbours, CategoryClient client, FeedProperties feed, JdbcClient jdbc, JsonMapper json,
			CategoryWords words) {
		this.categories = neighbours.named("category-service");
		this.client = client;
		this.pageSize = feed.pageSize();
		this.jdbc = jdbc;
		this.json = json;
		this.words = words;
	}

	@Override
	public String name() {
		return "categories";
	}

	@Override
	public FeedPage<Category> page(String position, @Nullable String cursor) {
		try {
			return this.categories.ask(() -> this.client.categories(position, cursor, this.pageSize));
		}
		// it cannot be refused; if it is, it has not reached category-service
		catch (FeignException.FeignClientException ex) {
			throw new Unavailable("The category service", ex);
		}
	}

	@Override
	public void apply(List<Category> rows, String cluster) {
		Set<UUID> changed = Set.copyOf(this.jdbc.sql("""
				insert into category as known (id, parent_id, name, slug, deleted, cluster, version)
				select id, "parentId", name, slug, deleted, :cluster, version
				from jsonb_to_recordset(cast(:rows as jsonb))
					as told (id uuid, "parentId" uuid, name text, slug text, deleted boolean, version bigint)
				order by id
				on conflict (id) do update
				set parent_id = excluded.parent_id, name = excluded.name, slug = excluded.slug,
					deleted = excluded.deleted, cluster = excluded.cluster, version = excluded.version
				where known.cluster <> excluded.cluster or known.version < excluded.version
				returning id
				""")
			.param("cluster", cluster)
			.param("rows", this.json.writeValueAsString(rows))
			.query((row, number) -> row.getObject("id", UUID.class))
			.list());
		rows.stream()
			.filter((category) -> changed.contains(category.id()))
			.forEach((category) -> this.words.replace(category.id(), category.name(), category.tags(),
					category.deleted()));
	}

	/** Cards stand in them, so they stay as deleted ones, whom no word means. */
	@Override
	public Optional<UUID> forgetAllBut(String cluster, UUID after) {
		this.jdbc.sql("""
				with forgotten as (
					update category set deleted = true where cluster <> :cluster and not deleted returning id
				)
				delete from category_word where category_id in (select id from forgotten)
				""").param("cluster", cluster).update();
		return Optional.empty();
	}

}
