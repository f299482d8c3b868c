package kz.duken.shop.offer;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hundreds of a shop's offers at once, on the caller's connection; what writes or locks
 * is to be called within a transaction of that connection. Cards are locked before
 * offers, each in the order of their ids, as everywhere, so nobody waits in a circle.
 */
public class OfferSheet {

	private static final String LINES = """
			with line as (
			  select * from unnest(cast(:ids as uuid[]), cast(:products as uuid[]), cast(:skus as text[]),
			    cast(:prices as numeric[]), cast(:stocks as integer[])) as line (id, product_id, sku, price, stock)
			), written as (
			""";

	private final JdbcClient jdbc;

	private final UUID shopId;

	private final OffsetDateTime since;

	/**
	 * @param since told with each offer is what orders have taken that nobody in the shop
	 * knew of then: from then on, or in the day before by orders that were not paid yet,
	 * less what they gave back
	 */
	public OfferSheet(JdbcClient jdbc, UUID shopId, OffsetDateTime since) {
		this.jdbc = jdbc;
		this.shopId = shopId;
		this.since = since;
	}

	/** Whether a product's card is live, by its id; an unknown one is absent. */
	public Map<UUID, Boolean> cards(Collection<UUID> products) {
		Map<UUID, Boolean> live = new HashMap<>();
		this.jdbc
			.sql("select product_id, retired_at is null as live from card where product_id = any(cast(? as uuid[]))")
			.param(texts(products, UUID::toString))
			.query((row) -> {
				live.put(row.getObject("product_id", UUID.class), row.getBoolean("live"));
			});
		return live;
	}

	/** Makes cards known that may be so already. */
	public void remember(Map<UUID, String> names) {
		List<Map.Entry<UUID, String>> cards = List.copyOf(names.entrySet());
		this.jdbc.sql("""
				insert into card (product_id, name)
				select * from unnest(cast(:ids as uuid[]), cast(:names as text[])) as card (id, name) order by id
				on conflict do nothing""")
			.param("ids", texts(cards, (card) -> card.getKey().toString()))
			.param("names", texts(cards, Map.Entry::getValue))
			.update();
	}

	/**
	 * Until the transaction ends a statement may take four seconds: a batch changes
	 * hundreds of rows, and nobody waits for one of them.
	 */
	public void takeTime() {
		this.jdbc.sql("set local statement_timeout = '4s'").update();
	}

	/** Those of the cards that are live, and stay so until the transaction ends. */
	public Set<UUID> holdLive(Collection<UUID> products) {
		return new HashSet<>(this.jdbc.sql("""
				select product_id from card where product_id = any(cast(? as uuid[])) and retired_at is null
				order by product_id for share""")
			.param(texts(products, UUID::toString))
			.query((row, index) -> row.getObject(1, UUID.class))
			.list());
	}

	/**
	 * The shop's offers of these products, tombstones too.
	 * @param lock whether they are to stay as they are until the transaction ends
	 */
	public List<SheetOffer> offers(Collection<UUID> products, boolean lock) {
		if (lock) {
			lock(products);
		}
		return this.jdbc.sql("""
				select id, product_id, sku, price, stock, deleted_at is null as live, (
				  select coalesce(sum(quantity), 0) from stock_movement
				  where offer_id = offer.id and order_id is not null and at >= :since - interval '1 day'
				    and (at >= :since or kind in ('SALE', 'RELEASE') and exists (
				      select from reservation where order_id = stock_movement.order_id
				      and decided_at >= :since - interval '1 day'
				      and coalesce(committed_at, 'infinity') >= :since))) as ordered
				from offer where shop_id = :shop and product_id = any(cast(:products as uuid[]))""")
			.param("since", this.since)
			.param("shop", this.shopId)
			.param("products", texts(products, UUID::toString))
			.query((row, index) -> new SheetOffer(row.getObject("id", UUID.class),
					row.getObject("product_id", UUID.class), row.getString("sku"),
					new Money(row.getBigDecimal("price")), row.getInt("stock"), row.getInt("ordered"),
					row.getBoolean("live")))
			.list();
	}

	/** Before they are read: a sale that is waited for is then seen, and its movement. */
	private void lock(Collection<UUID> products) {
		this.jdbc.sql("""
				select id from offer where shop_id = :shop and product_id = any(cast(:products as uuid[]))
				order by id for no key update""")
			.param("shop", this.shopId)
			.param("products", texts(products, UUID::toString))
			.query((row, index) -> true)
			.list();
	}

	/** Which product has each of these skus; one that is free is absent. */
	public Map<String, UUID> holders(Collection<String> skus) {
		Map<String, UUID> holders = new HashMap<>();
		this.jdbc.sql("""
				select sku, product_id from offer
				where shop_id = :shop and sku = any(cast(:skus as text[])) and deleted_at is null""")
			.param("shop", this.shopId)
			.param("skus", texts(skus, (sku) -> sku))
			.query((row) -> {
				holders.put(row.getString("sku"), row.getObject("product_id", UUID.class));
			});
		return holders;
	}

	/**
	 * Which products have these skus, of those whose card, and no other that is known,
	 * has just the name that a line gives.
	 */
	public Map<String, UUID> holders(Map<String, String> namesBySku) {
		List<Map.Entry<String, String>> lines = List.copyOf(namesBySku.entrySet());
		Map<String, UUID> holders = new HashMap<>();
		this.jdbc
			.sql("""
					select offer.sku, product_id from unnest(cast(:skus as text[]), cast(:names as text[])) as line (sku, name)
					  join offer on offer.shop_id = :shop and offer.sku = line.sku and deleted_at is null
					  join card using (product_id)
					where card.name = line.name and not exists (
					 select from card namesake where namesake.name = card.name and namesake.product_id <> card.product_id)""")
			.param("shop", this.shopId)
			.param("skus", texts(lines, Map.Entry::getKey))
			.param("names", texts(lines, Map.Entry::getValue))
			.query((row) -> {
				holders.put(row.getString("sku"), row.getObject("product_id", UUID.class));
			});
		return holders;
	}

	/**
	 * Takes their skus from offers that this transaction has locked, so that they can
	 * change hands.
	 */
	public void freeSkus(Collection<UUID> offers) {
		this.jdbc.sql("update offer set sku = null where id = any(cast(? as uuid[]))")
			.param(texts(offers, UUID::toString))
			.update();
	}

	/** Changes offers that this transaction has locked. */
	public void change(List<SheetLine> lines) {
		write(lines, """
				update offer o set sku = line.sku, price = line.price, stock = line.stock from line where o.id = line.id
				returning new.id, new.version, new.updated_at, new.price, new.stock,
				  new.stock - old.stock as moved, 'ADJUSTMENT' as kind
				""");
	}

	/**
	 * Makes offers, or brings deleted ones back to life.
	 * @throws ConcurrencyFailureException when one of them lives; nothing of the
	 * transaction may stay
	 */
	public void add(List<SheetLine> lines) {
		write(lines, """
				insert into offer (id, shop_id, product_id, sku, price, stock)
				select id, :shop, product_id, sku, price, stock from line order by id
				on conflict on constraint offer_once_per_shop do update
				set sku = excluded.sku, price = excluded.price, stock = excluded.stock,
				  created_at = clock_timestamp(), deleted_at = null
				where offer.deleted_at is not null
				returning new.id, new.version, new.updated_at, new.price, new.stock,
				  new.stock - coalesce(old.stock, 0) as moved, 'OPENING' as kind
				""");
	}

	private void write(List<SheetLine> lines, String sql) {
		if (lines.isEmpty()) {
			return;
		}
		int written = this.jdbc.sql(LINES + sql + OfferRepository.BOOKED)
			.param("shop", this.shopId)
			.param("ids", texts(lines, (line) -> line.id().toString()))
			.param("products", texts(lines, (line) -> line.productId().toString()))
			.param("skus", texts(lines, SheetLine::sku))
			.param("prices", texts(lines, (line) -> line.price().toString()))
			.param("stocks", texts(lines, (line) -> Integer.toString(line.stock())))
			.update();
		if (written != lines.size()) {
			throw new ConcurrencyFailureException("Offers have changed since they were looked at");
		}
	}

	private static <T> @Nullable String[] texts(Collection<T> items, Function<T, @Nullable String> text) {
		return items.stream().map(text).toArray(String[]::new);
	}

}
