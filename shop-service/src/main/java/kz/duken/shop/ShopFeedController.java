package kz.duken.shop;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class ShopFeedController {

	private final Feed feed;

	ShopFeedController(Feed feed) {
		this.feed = feed;
	}

	@GetMapping("/internal/shops/feed")
	FeedPage<Item> shops(@RequestParam(defaultValue = "0") String position,
			@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "500") int size) {
		return this.feed.page("select changed, id, name, status, version from shop",
				(row, index) -> new Item(row.getObject("id", UUID.class), row.getString("name"),
						ShopStatus.valueOf(row.getString("status")), row.getLong("version")),
				FeedRequest.of(position, cursor, size));
	}

	record Item(UUID id, String name, ShopStatus status, long version) {
	}

}
