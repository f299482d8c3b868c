package kz.duken.shop.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.Ids;
import kz.duken.commons.money.Money;
import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.PageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Offers as their owners read and write them. What changes an offer books it in the same
 * statement: the movement of stock and the line of its history.
 */
@Repository
class OfferRepository {

	private static final String OFFERS = """
			select o.id, o.product_id, c.name as product_name, o.sku, o.price, o.stock, o.version, o.updated_at
			from offer o join card c on c.product_id = o.product_id
			where o.shop_id = :shop and o.deleted_at is null
			""";

	private static final String BOOKED = """
			), booked as (
			  insert into stock_movement (offer_id, kind, quantity) select id, :kind, moved from written where moved <> 0
			)
			insert into offer_history (offer_id, version, at, price, stock)
			select id, version, updated_at, price, stock from written""";

	private final JdbcClient jdbc;

	OfferRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Newest first. */
	List<Offer> list(UUID shopId, PageRequest page) {
		Cursor after = page.cursor();
		return this.jdbc
			.sql(OFFERS + "and (cast(:after as uuid) is null or o.id < :after) order by o.id desc limit :limit")
			.param("shop", shopId)
			.param("after", (after != null) ? after.key(0, UUID::fromString) : null)
			.param("limit", page.limit())
			.query(OfferRepository::offer)
			.list();
	}

	Optional<Offer> find(UUID shopId, UUID productId) {
		return one("and o.product_id = :product", shopId, productId);
	}

	/** The offer as it is now and stays until this transaction ends: no sale passes. */
	Optional<Offer> lock(UUID shopId, UUID productId) {
		return one("and o.product_id = :product for no key update of o", shopId, productId);
	}

	private Optional<Offer> one(String which, UUID shopId, UUID productId) {
		return this.jdbc.sql(OFFERS + which)
			.param("shop", shopId)
			.param("product", productId)
			.query(OfferRepository::offer)
			.optional();
	}

	boolean isSkuTaken(UUID shopId, String sku) {
		return this.jdbc
			.sql("select exists (select from offer where shop_id = :shop and sku = :sku and deleted_at is null)")
			.param("shop", shopId)
			.param("sku", sku)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Makes an offer, or brings a deleted one back to life.
	 * @return whether there was none that lives
	 */
	boolean add(UUID shopId, UUID productId, @Nullable String sku, Offer.Terms terms) {
		return this.jdbc.sql("""
				with written as (
				  insert into offer (id, shop_id, product_id, sku, price, stock)
				  values (:id, :shop, :product, :sku, :price, :stock)
				  on conflict on constraint offer_once_per_shop do update
				  set sku = excluded.sku, price = excluded.price, stock = excluded.stock,
				    created_at = clock_timestamp(), deleted_at = null
				  where offer.deleted_at is not null
				  returning new.id, new.version, new.updated_at, new.price, new.stock,
				    new.stock - coalesce(old.stock, 0) as moved
				""" + BOOKED)
			.param("id", Ids.next())
			.param("shop", shopId)
			.param("product", productId)
			.param("sku", sku)
			.param("price", terms.price().amount())
			.param("stock", terms.stock())
			.param("kind", Movement.OPENING.name())
			.update() == 1;
	}

	/** Sets price and stock of an offer that this transaction has locked. */
	void change(UUID id, Offer.Terms terms) {
		this.jdbc.sql("""
				with written as (
				  update offer set price = :price, stock = :stock where id = :id
				  returning new.id, new.version, new.updated_at, new.price, new.stock, new.stock - old.stock as moved
				""" + BOOKED)
			.param("id", id)
			.param("price", terms.price().amount())
			.param("stock", terms.stock())
			.param("kind", Movement.ADJUSTMENT.name())
			.update();
	}

	/** Leaves a tombstone of an offer that this transaction has locked. */
	void delete(UUID id) {
		this.jdbc.sql("update offer set deleted_at = clock_timestamp() where id = :id").param("id", id).update();
	}

	/** Newest first. */
	List<HistoryEntry> history(UUID offerId, PageRequest page) {
		Cursor after = page.cursor();
		return this.jdbc.sql("""
				select version, at, price, stock from offer_history
				where offer_id = :offer and version < :after order by version desc limit :limit""")
			.param("offer", offerId)
			.param("after", (after != null) ? after.key(0, Long::valueOf) : Long.MAX_VALUE)
			.param("limit", page.limit())
			.query((row, index) -> new HistoryEntry(row.getLong("version"),
					row.getObject("at", OffsetDateTime.class).toInstant(), new Money(row.getBigDecimal("price")),
					row.getInt("stock")))
			.list();
	}

	private static Offer offer(ResultSet row, int index) throws SQLException {
		return new Offer(row.getObject("id", UUID.class), row.getObject("product_id", UUID.class),
				row.getString("product_name"), row.getString("sku"), new Money(row.getBigDecimal("price")),
				row.getInt("stock"), row.getLong("version"),
				row.getObject("updated_at", OffsetDateTime.class).toInstant());
	}

}
