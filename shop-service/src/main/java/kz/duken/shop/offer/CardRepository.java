package kz.duken.shop.offer;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import kz.duken.shop.product.Card;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is known of product cards here. The row is the lock between <em>a shop offers the
 * product</em> and <em>the card is retired</em>.
 */
@Repository
class CardRepository {

	private final JdbcClient jdbc;

	CardRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether the card is known, retired or not. */
	boolean isKnown(UUID productId) {
		return this.jdbc.sql("select exists (select from card where product_id = :product)")
			.param("product", productId)
			.query(Boolean.class)
			.single();
	}

	void remember(Card card) {
		this.jdbc.sql("insert into card (product_id, name) values (:product, :name) on conflict do nothing")
			.param("product", card.id())
			.param("name", card.name())
			.update();
	}

	/**
	 * Keeps the card from being retired until this transaction ends.
	 * @return whether it is there and not retired
	 */
	boolean holdLive(UUID productId) {
		return this.jdbc.sql("select retired_at is null from card where product_id = :product for share")
			.param("product", productId)
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

	/**
	 * Keeps offers from being made until this transaction ends. Two statements follow one
	 * another in {@link CardRetirement}: only a statement that begins after the lock was
	 * got sees the offer that was made under it.
	 */
	void lock(UUID productId) {
		this.jdbc.sql("select 1 from card where product_id = :product for no key update")
			.param("product", productId)
			.query(Integer.class)
			.single();
	}

	/**
	 * A card that no shop has offered yet is retired unseen, so that a late offer finds
	 * it so.
	 */
	void retireUnseen(UUID productId) {
		this.jdbc.sql("""
				insert into card (product_id, retired_at) values (:product, clock_timestamp())
				on conflict do nothing""").param("product", productId).update();
	}

	/** Retires the card, again without effect, unless it has offers. */
	boolean retire(UUID productId) {
		return this.jdbc.sql("""
				update card set retired_at = coalesce(retired_at, clock_timestamp()) where product_id = :product
				  and not exists (select from offer o where o.product_id = :product and o.deleted_at is null)""")
			.param("product", productId)
			.update() == 1;
	}

	/**
	 * Takes cards whose names have not been checked for so long; nobody else takes them
	 * meanwhile.
	 */
	List<UUID> takeDue(Duration freshFor, int limit) {
		return this.jdbc.sql("""
				update card set checked_at = clock_timestamp() where product_id in (
				  select product_id from card
				  where retired_at is null and checked_at < clock_timestamp() - make_interval(secs => :seconds)
				  order by checked_at limit :limit for no key update skip locked)
				returning product_id""")
			.param("seconds", freshFor.toSeconds())
			.param("limit", limit)
			.query((row, index) -> row.getObject("product_id", UUID.class))
			.list();
	}

	void rename(Card card) {
		this.jdbc.sql("update card set name = :name where product_id = :product and name <> :name")
			.param("product", card.id())
			.param("name", card.name())
			.update();
	}

}
