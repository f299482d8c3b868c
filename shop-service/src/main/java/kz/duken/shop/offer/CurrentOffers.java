package kz.duken.shop.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.duken.commons.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What offers cost now, for carts. An offer is live while it is not deleted and its shop
 * is active; the card of an offer that is not deleted cannot be retired.
 */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class CurrentOffers {

	private static final String OFFERS = """
			select o.product_id, o.shop_id, s.name as shop_name, s.status as shop_status, o.price, o.stock,
			  o.deleted_at is null and s.status = 'ACTIVE' as live, count(*) over () as found
			from offer o join shop s on s.id = o.shop_id
			""";

	private final JdbcClient jdbc;

	CurrentOffers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** An offer that never was is absent; a deleted one has its last price. */
	@PostMapping("/internal/offers/query")
	Found query(@Valid @RequestBody Query query) {
		if (query.offers().isEmpty()) {
			return new Found(List.of());
		}
		return new Found(this.jdbc.sql(OFFERS + "where (o.product_id, o.shop_id) in (:keys) order by o.id")
			.param("keys",
					query.offers().stream().map((key) -> new Object[] { key.productId(), key.shopId() }).toList())
			.query(CurrentOffers::offer)
			.list());
	}

	/** What a customer gets who names no shop: in stock, cheapest, made first. */
	@GetMapping("/internal/products/{productId}/best-offer")
	Best best(@PathVariable UUID productId) {
		return this.jdbc.sql(OFFERS + """
				where o.product_id = :product and o.deleted_at is null and s.status = 'ACTIVE'
				order by o.stock > 0 desc, o.price, o.created_at, o.id limit 1""")
			.param("product", productId)
			.query((row, index) -> {
				CurrentOffer offer = offer(row, index);
				return new Best((offer.stock() > 0) ? offer : null, row.getInt("found"));
			})
			.optional()
			.orElse(new Best(null, 0));
	}

	private static CurrentOffer offer(ResultSet row, int index) throws SQLException {
		return new CurrentOffer(row.getObject("product_id", UUID.class), row.getObject("shop_id", UUID.class),
				row.getString("shop_name"), row.getString("shop_status"), new Money(row.getBigDecimal("price")),
				row.getInt("stock"), row.getBoolean("live"));
	}

	record Query(@NotNull @Size(max = 100) List<@NotNull @Valid OfferKey> offers) {
	}

	record Found(List<CurrentOffer> offers) {
	}

	record Best(@Nullable CurrentOffer offer, int liveOffers) {
	}

	record CurrentOffer(UUID productId, UUID shopId, String shopName, String shopStatus, Money price, int stock,
			boolean live) {
	}

}
