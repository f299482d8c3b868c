package kz.duken.shop.offer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import kz.duken.commons.money.Money;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stock that orders take and give back. Whoever touches several offers does so in the
 * order of their ids, so nobody waits in a circle; each change of stock books its
 * movement in the same statement. To be called within a transaction.
 */
@Repository
public class StockLedger {

	private final JdbcClient jdbc;

	StockLedger(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The offers as they are now and stay until the transaction ends, by id; one that
	 * never was is absent.
	 */
	public List<StockedOffer> lock(Collection<OfferKey> keys) {
		return this.jdbc.sql("""
				select o.id, o.product_id, o.shop_id, o.price, o.stock,
				  o.deleted_at is null and s.status = 'ACTIVE' as live
				from offer o join shop s on s.id = o.shop_id
				where (o.product_id, o.shop_id) in (:keys) order by o.id for no key update of o""")
			.param("keys", keys.stream().map((key) -> new Object[] { key.productId(), key.shopId() }).toList())
			.query((row, index) -> new StockedOffer(row.getObject("id", UUID.class),
					new OfferKey(row.getObject("product_id", UUID.class), row.getObject("shop_id", UUID.class)),
					new Money(row.getBigDecimal("price")), row.getInt("stock"), row.getBoolean("live")))
			.list();
	}

	/**
	 * Takes stock for an order, if it is there, live and at that price.
	 * @throws ConcurrencyFailureException when it is not; nothing of the transaction may
	 * stay, and the order may ask again
	 */
	public void take(UUID orderId, UUID offerId, int quantity, Money price) {
		int taken = this.jdbc.sql("""
				with taken as (
				  update offer o set stock = o.stock - :quantity
				  where o.id = :offer and o.stock >= :quantity and o.price = :price and o.deleted_at is null
				    and exists (select from shop s where s.id = o.shop_id and s.status = 'ACTIVE')
				  returning o.id
				)
				insert into stock_movement (offer_id, kind, quantity, order_id)
				select id, :kind, -:quantity, :order from taken""")
			.param("offer", offerId)
			.param("quantity", quantity)
			.param("price", price.amount())
			.param("kind", Movement.SALE.name())
			.param("order", orderId)
			.update();
		if (taken != 1) {
			throw new ConcurrencyFailureException("Offer " + offerId + " is not on sale any more");
		}
	}

	/** Gives back what an order holds that will not be paid. */
	public void release(UUID orderId, UUID offerId, int quantity) {
		giveBack(Movement.RELEASE, orderId, offerId, quantity);
	}

	/** Gives back what was sold and will not be shipped. */
	public void restock(UUID orderId, UUID offerId, int quantity) {
		giveBack(Movement.RESTOCK, orderId, offerId, quantity);
	}

	/** Always finds room: a deleted offer has stock too, and there is no upper limit. */
	private void giveBack(Movement kind, UUID orderId, UUID offerId, int quantity) {
		this.jdbc.sql("""
				with given as (update offer set stock = stock + :quantity where id = :offer returning id)
				insert into stock_movement (offer_id, kind, quantity, order_id)
				select id, :kind, :quantity, :order from given""")
			.param("offer", offerId)
			.param("quantity", quantity)
			.param("kind", kind.name())
			.param("order", orderId)
			.update();
	}

}
