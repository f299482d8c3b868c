package kz.duken.product;

import java.util.UUID;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.Neighbourhood;
import org.jspecify.annotations.Nullable;

/** What category-service and shop-service tell, for tests. */
final class Feeds {

	static final String CLUSTER = "7301";

	private Feeds() {
	}

	static void categories(String... rows) {
		tell("/internal/categories/feed", CLUSTER, rows);
	}

	static void shops(String... rows) {
		tell("/internal/shops/feed", CLUSTER, rows);
	}

	static void offers(String... rows) {
		tell("/internal/offers/feed", CLUSTER, rows);
	}

	static void tell(String feed, String cluster, String... rows) {
		Neighbourhood.stubs()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo(feed))
				.willReturn(WireMock.okJson(page(cluster, "7000", null, rows))));
	}

	static String page(String cluster, String position, @Nullable String nextCursor, String... rows) {
		return """
				{"cluster": "%s", "position": "%s", "items": [%s], "nextCursor": %s}
				""".formatted(cluster, position, String.join(",", rows),
				(nextCursor != null) ? "\"" + nextCursor + "\"" : "null");
	}

	static String category(UUID id) {
		return category(id, null, false, 1);
	}

	static String category(UUID id, @Nullable UUID parent, boolean deleted, int version) {
		return """
				{"id": "%s", "parentId": %s, "name": "A category", "slug": "%s", "tags": [], "deleted": %s, "version": %d}
				"""
			.formatted(id, (parent != null) ? "\"" + parent + "\"" : "null", id, deleted, version);
	}

	static String category(UUID id, @Nullable UUID parent, String name, String tags) {
		return category(id, parent, name, tags, 1);
	}

	/**
	 * @param tags JSON strings
	 */
	static String category(UUID id, @Nullable UUID parent, String name, String tags, int version) {
		return category(id, parent, false, version).replace("A category", name)
			.replace("\"tags\": []", "\"tags\": [" + tags + "]");
	}

	static String shop(UUID id, String status, int version) {
		return """
				{"id": "%s", "name": "Shop %s", "status": "%s", "version": %d}
				""".formatted(id, version, status, version);
	}

	static Offer offer(String product, UUID shop, String price, int stock) {
		return offer(UUID.fromString(product), shop, price, stock);
	}

	static Offer offer(UUID product, UUID shop, String price, int stock) {
		return new Offer(UUID.randomUUID(), product, shop, price, stock, false, "2026-01-01T00:00:00Z", 1);
	}

	/** A row of the feed of offers. */
	record Offer(UUID id, UUID product, UUID shop, String price, int stock, boolean deleted, String createdAt,
			int version) {

		Offer madeAt(String instant) {
			return new Offer(this.id, this.product, this.shop, this.price, this.stock, this.deleted, instant,
					this.version);
		}

		Offer changed(String newPrice, int newStock) {
			return new Offer(this.id, this.product, this.shop, newPrice, newStock, false, this.createdAt,
					this.version + 1);
		}

		Offer gone() {
			return new Offer(this.id, this.product, this.shop, this.price, this.stock, true, this.createdAt,
					this.version + 1);
		}

		String row() {
			return """
					{"id": "%s", "productId": "%s", "shopId": "%s", "price": %s, "stock": %d, "deleted": %s,
					 "createdAt": "%s", "updatedAt": "2026-02-01T00:00:00Z", "version": %d}
					""".formatted(this.id, this.product, this.shop, this.price, this.stock, this.deleted,
					this.createdAt, this.version);
		}

	}

}
