package kz.duken.product.offer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import kz.duken.product.feed.Feed;
import kz.duken.product.feed.FeedPage;
import kz.duken.product.shop.Shop;
import kz.duken.product.shop.Shops;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the shops as shop-service has them: what they are called, whether they sell. */
@Component
class ShopFeed implements Feed<Shop> {

	static final String NAME = "shops";

	private final Shops shops;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final StaleShops stale;

	private final ProductPrices prices;

	ShopFeed(Shops shops, JdbcClient jdbc, JsonMapper json, StaleShops stale, ProductPrices prices) {
		this.shops = shops;
		this.jdbc = jdbc;
		this.json = json;
		this.stale = stale;
		this.prices = prices;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public FeedPage<Shop> page(String position, @Nullable String cursor) {
		return this.shops.shops(position, cursor);
	}

	@Override
	public void apply(List<Shop> rows, String cluster) {
		this.jdbc.sql("""
				with applied as (
					insert into shop as known (id, name, status, cluster, version)
					select id, name, status, :cluster, version
					from jsonb_to_recordset(cast(:rows as jsonb))
						as told (id uuid, name text, status text, version bigint)
					order by id
					on conflict (id) do update
					set name = excluded.name, status = excluded.status, cluster = excluded.cluster,
						version = excluded.version
					where known.cluster <> excluded.cluster or known.version < excluded.version
					returning new.id, old.status as before, new.status as after
				), changed as (
					select id from applied where before is distinct from after
				)
				""" + StaleShops.addFrom("changed"))
			.param("cluster", cluster)
			.param("rows", this.json.writeValueAsString(rows))
			.update();
	}

	@Override
	public Optional<UUID> forgetAllBut(String cluster, UUID after) {
		this.jdbc
			.sql("with forgotten as (delete from shop where cluster <> :cluster returning id) "
					+ StaleShops.addFrom("forgotten"))
			.param("cluster", cluster)
			.update();
		return Optional.empty();
	}

	@Override
	public void settle() {
		this.stale.markSome();
		this.prices.workOut();
	}

}
