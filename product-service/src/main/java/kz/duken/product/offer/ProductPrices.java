package kz.duken.product.offer;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works out the price, stock and shops of products from their live offers. Whoever
 * changes what is live marks the products, in the same transaction, in
 * {@code stale_product}. A product can be there once, so two workers never have the same
 * one, and none is forgotten in a crash.
 */
@Repository
public class ProductPrices {

	/** As many as fit into a statement's time with ease. */
	static final int AT_ONCE = 500;

	private static final String WORK_OUT = """
			with live as (
				select offer.*, offer.stock > 0 as in_stock,
					min(offer.price) filter (where offer.stock > 0) over (partition by offer.product_id) as lowest
				from offer join shop on shop.id = offer.shop_id and shop.status = 'ACTIVE'
				where offer.product_id = any (cast(:products as uuid[])) and not offer.deleted
			), derived as (
				select product.id,
					coalesce(min(live.price) filter (where in_stock), min(live.price)) as price,
					count(live.id) as offers,
					count(live.id) filter (where in_stock) as offers_in_stock,
					(array_agg(live.id order by live.price, live.created_at, live.id) filter (where in_stock))[1]
						as best_offer,
					(array_agg(live.shop_id order by live.price, live.created_at, live.id) filter (where in_stock))[1]
						as best_shop,
					case
						when not coalesce(bool_or(in_stock), false) then null
						when count(live.id) = 1 then 'ONLY_OFFER'
						when count(live.id) filter (where in_stock and live.price = lowest) = 1 then 'LOWEST_PRICE'
						else 'LONGEST_ON_SALE'
					end as best_rule,
					coalesce(array_agg(distinct live.shop_id) filter (where live.id is not null), '{}') as shops
				from product left join live on live.product_id = product.id
				where product.id = any (cast(:products as uuid[]))
				group by product.id
			)
			update product
			set price = derived.price, offer_count = derived.offers, offers_in_stock = derived.offers_in_stock,
				best_offer_id = derived.best_offer, best_shop_id = derived.best_shop, best_rule = derived.best_rule,
				shop_ids = derived.shops
			from derived
			where product.id = derived.id
				and (product.price, product.offer_count, product.offers_in_stock, product.best_offer_id,
						product.best_shop_id, product.best_rule, product.shop_ids)
					is distinct from (derived.price, derived.offers, derived.offers_in_stock, derived.best_offer,
						derived.best_shop, derived.best_rule, derived.shops)
			""";

	private final JdbcClient jdbc;

	private final StaleShops shops;

	private final TransactionTemplate transaction;

	ProductPrices(JdbcClient jdbc, StaleShops shops, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.shops = shops;
		this.transaction = transaction;
	}

	/** A card has come, perhaps after its first offers. Called in its transaction. */
	public void cardMade(UUID productId) {
		this.jdbc.sql("with made as (select cast(:product as uuid) as product_id) " + markFrom("made"))
			.param("product", productId)
			.update();
	}

	/**
	 * The end of a statement that marks the products of a query. It takes hold of a mark
	 * that is there already, so that nobody works the product out before this
	 * transaction's changes can be seen; in order, against deadlocks.
	 */
	static String markFrom(String query) {
		return """
				insert into stale_product (product_id)
				select distinct product_id from %s order by product_id
				on conflict (product_id) do update set product_id = excluded.product_id
				""".formatted(query);
	}

	/**
	 * Works out what is left, in small transactions. Of a shop's products no more are
	 * marked at a time than are worked out next, so that a large shop keeps no change of
	 * a price waiting.
	 */
	public void workOutAll() {
		boolean goesOn = true;
		while (goesOn) {
			goesOn = this.transaction.execute((status) -> workOut() == AT_ONCE)
					|| this.transaction.execute((status) -> this.shops.markSome());
		}
	}

	/**
	 * Works out some products, in the caller's transaction.
	 * @return how many were left to take
	 */
	int workOut() {
		List<UUID> taken = this.jdbc
			.sql("select product_id from stale_product order by product_id limit :limit for update skip locked")
			.param("limit", AT_ONCE)
			.query((row, number) -> row.getObject("product_id", UUID.class))
			.list();
		if (!taken.isEmpty()) {
			String[] products = taken.stream().map(UUID::toString).toArray(String[]::new);
			// not in one statement: PostgreSQL may know this table from when it was
			// empty, and would join it with itself
			this.jdbc.sql("delete from stale_product where product_id = any (cast(:products as uuid[]))")
				.param("products", products)
				.update();
			// a statement of its own: it sees what those have committed who marked them
			this.jdbc.sql(WORK_OUT).param("products", products).update();
		}
		return taken.size();
	}

}
