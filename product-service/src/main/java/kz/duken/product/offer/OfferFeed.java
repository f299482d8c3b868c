package kz.duken.product.offer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import kz.duken.product.feed.Feed;
import kz.duken.product.feed.FeedPage;
import kz.duken.product.shop.ShopOffer;
import kz.duken.product.shop.Shops;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the offers as shop-service has them. */
@Component
class OfferFeed implements Feed<ShopOffer> {

	/** Their products are worked out, most of them in the same transaction. */
	private static final int FORGOTTEN_AT_ONCE = 1000;

	private final Shops shops;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final ProductPrices prices;

	OfferFeed(Shops shops, JdbcClient jdbc, JsonMapper json, ProductPrices prices) {
		this.shops = shops;
		this.jdbc = jdbc;
		this.json = json;
		this.prices = prices;
	}

	@Override
	public String name() {
		return "offers";
	}

	@Override
	public FeedPage<ShopOffer> page(String position, @Nullable String cursor) {
		return this.shops.offers(position, cursor);
	}

	@Override
	public void apply(List<ShopOffer> rows, String cluster) {
		keepShops();
		this.jdbc.sql("""
				with applied as (
					insert into offer as known (id, product_id, shop_id, price, stock, deleted, created_at, updated_at,
						cluster, version)
					select id, "productId", "shopId", price, stock, deleted, "createdAt", "updatedAt", :cluster, version
					from jsonb_to_recordset(cast(:rows as jsonb))
						as told (id uuid, "productId" uuid, "shopId" uuid, price numeric, stock integer,
							deleted boolean, "createdAt" timestamptz, "updatedAt" timestamptz, version bigint)
					order by id
					on conflict (id) do update
					set product_id = excluded.product_id, shop_id = excluded.shop_id, price = excluded.price,
						stock = excluded.stock, deleted = excluded.deleted, created_at = excluded.created_at,
						updated_at = excluded.updated_at, cluster = excluded.cluster, version = excluded.version
					where known.cluster <> excluded.cluster or known.version < excluded.version
					returning product_id
				)
				""" + ProductPrices.markFrom("applied"))
			.param("cluster", cluster)
			.param("rows", this.json.writeValueAsString(rows))
			.update();
	}

	@Override
	public Optional<UUID> forgetAllBut(String cluster, UUID after) {
		return this.jdbc.sql("""
				with seen as (
					select id, cluster from offer where id > :after order by id limit :limit
				), forgotten as (
					delete from offer where id in (select id from seen where cluster <> :cluster) returning product_id
				), marked as (
				%s
				)
				select id from seen order by id desc limit 1
				""".formatted(ProductPrices.markFrom("forgotten")))
			.param("after", after)
			.param("limit", FORGOTTEN_AT_ONCE)
			.param("cluster", cluster)
			.query((row, number) -> row.getObject("id", UUID.class))
			.optional();
	}

	@Override
	public void settle() {
		this.prices.workOut();
	}

	/**
	 * Until the transaction ends, no shop changes: of a shop and its offers that come at
	 * the same time, one must see the other.
	 */
	private void keepShops() {
		this.jdbc.sql("select 1 from feed_position where feed = :shops for update")
			.param("shops", ShopFeed.NAME)
			.query(Integer.class)
			.single();
	}

}
