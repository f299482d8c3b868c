package kz.duken.shop.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import kz.duken.commons.money.Money;
import kz.duken.shop.Feed;
import kz.duken.shop.FeedPage;
import kz.duken.shop.FeedRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class OfferFeedController {

	private final Feed feed;

	OfferFeedController(Feed feed) {
		this.feed = feed;
	}

	@GetMapping("/internal/offers/feed")
	FeedPage<Item> offers(@RequestParam(defaultValue = "0") String position,
			@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "500") int size) {
		return this.feed.page("""
				select changed, id, product_id, shop_id, price, stock, deleted_at is not null as deleted,
				  created_at, updated_at, version from offer""", OfferFeedController::item,
				FeedRequest.of(position, cursor, size));
	}

	private static Item item(ResultSet row, int index) throws SQLException {
		return new Item(row.getObject("id", UUID.class), row.getObject("product_id", UUID.class),
				row.getObject("shop_id", UUID.class), new Money(row.getBigDecimal("price")), row.getInt("stock"),
				row.getBoolean("deleted"), row.getObject("created_at", OffsetDateTime.class).toInstant(),
				row.getObject("updated_at", OffsetDateTime.class).toInstant(), row.getLong("version"));
	}

	record Item(UUID id, UUID productId, UUID shopId, Money price, int stock, boolean deleted, Instant createdAt,
			Instant updatedAt, long version) {
	}

}
