package kz.duken.product.offer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Shops that began or ceased to sell, and those that are gone. All of their products must
 * be worked out again; a large shop has more than fit into one transaction, so they are
 * marked some at a time, in the order of their ids. An offer that changes meanwhile marks
 * its product itself.
 */
@Repository
class StaleShops {

	private final JdbcClient jdbc;

	StaleShops(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The end of a statement that has the ids of such shops: what was done for one is
	 * begun anew.
	 */
	static String addFrom(String query) {
		return """
				insert into stale_shop (shop_id)
				select id from %s order by id
				on conflict (shop_id) do update set after_product = default
				""".formatted(query);
	}

	/**
	 * Marks the next products of one shop, in the caller's transaction.
	 * @return whether there was a shop
	 */
	boolean markSome() {
		Optional<StaleShop> shop = this.jdbc
			.sql("select shop_id, after_product from stale_shop order by shop_id limit 1 for update skip locked")
			.query((row, number) -> new StaleShop(row.getObject("shop_id", UUID.class),
					row.getObject("after_product", UUID.class)))
			.optional();
		shop.ifPresent(this::markSome);
		return shop.isPresent();
	}

	private void markSome(StaleShop shop) {
		List<UUID> products = this.jdbc.sql("""
				with marked as (
					select distinct product_id from offer
					where shop_id = :shop and product_id > :after and not deleted
					order by product_id limit :limit
				), stale as (
				%s
				)
				select product_id from marked order by product_id
				""".formatted(ProductPrices.markFrom("marked")))
			.param("shop", shop.id())
			.param("after", shop.after())
			.param("limit", ProductPrices.AT_ONCE)
			.query((row, number) -> row.getObject("product_id", UUID.class))
			.list();
		String step = (products.size() < ProductPrices.AT_ONCE) ? "delete from stale_shop where shop_id = :shop"
				: "update stale_shop set after_product = :after where shop_id = :shop";
		this.jdbc.sql(step)
			.param("shop", shop.id())
			.param("after", products.isEmpty() ? shop.after() : products.getLast())
			.update();
	}

	private record StaleShop(UUID id, UUID after) {
	}

}
