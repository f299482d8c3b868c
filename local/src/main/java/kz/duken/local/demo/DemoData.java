package kz.duken.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Categories, products, shops and offers of a store in its demo profile. The shops open
 * at the very end: that the seller has as many open ones says that all is loaded, so
 * whatever is renamed or deleted later does not come back. An interrupted load goes on
 * where it was.
 */
public final class DemoData {

	private static final int AT_ONCE = 4;

	private static final int ATTEMPTS = 3;

	private final StoreClient admin;

	private final StoreClient seller;

	/**
	 * Demo data for a store.
	 * @param store the gateway's address
	 */
	public DemoData(URI store) {
		HttpClient http = HttpClient.newBuilder()
			.connectTimeout(Duration.ofSeconds(5))
			.version(HttpClient.Version.HTTP_1_1)
			.build();
		this.admin = new StoreClient(http, store, "admin", "demo-admin-1");
		this.seller = new StoreClient(http, store, "seller", "demo-seller-1");
	}

	/** The load has not come to its end; doing it again goes on. */
	public static final class Incomplete extends RuntimeException {

		Incomplete(String message) {
			this(message, null);
		}

		Incomplete(String message, @Nullable Throwable cause) {
			super(message, cause);
		}

	}

	/**
	 * Loads what is missing. Repeating is safe, and quick when nothing is. When a
	 * connection breaks, it is begun anew, twice at most: what was done is then read, and
	 * not done again.
	 * @return what there is, for people
	 * @throws Incomplete when the store refuses or does not answer
	 */
	public String load() {
		for (int attempt = 1;; attempt++) {
			try {
				return loadMissing();
			}
			catch (Incomplete ex) {
				if (attempt == ATTEMPTS || !isBroken(ex.getCause())) {
					throw ex;
				}
			}
		}
	}

	/** What is only slow may still be done. */
	private static boolean isBroken(@Nullable Throwable cause) {
		return cause instanceof IOException && !(cause instanceof HttpTimeoutException);
	}

	private String loadMissing() {
		List<JsonNode> shops = read("shops");
		Map<String, JsonNode> ofSeller = byField(this.seller.all("/api/shops?mine=true"), "name");
		if (ofSeller.values().stream().filter(DemoData::isOpen).count() >= shops.size()) {
			return "loaded before";
		}
		Map<String, String> categories = loadCategories();
		Map<String, String> products = loadProducts(categories);
		Map<String, String> shopIds = new HashMap<>();
		for (JsonNode shop : shops) {
			shopIds.put(key(shop), shopId(shop, ofSeller.get(name(shop))));
		}
		List<JsonNode> offers = read("offers");
		inParallel(offers, (offer) -> loadOffer(offer, shopIds, products));
		for (JsonNode shop : shops) {
			String path = "/api/shops/%s/status".formatted(get(shopIds, key(shop)));
			this.admin.put(path, Map.of("status", "ACTIVE")).orFail("Opening " + name(shop));
		}
		return "%d categories, %d products, %d shops, %d offers".formatted(categories.size(), products.size(),
				shops.size(), offers.size());
	}

	private Map<String, String> loadCategories() {
		Map<String, String> ids = new HashMap<>();
		collect(this.admin.get("/api/categories"), ids);
		read("categories").forEach((category) -> loadCategory(category, null, ids));
		return ids;
	}

	private static void collect(JsonNode categories, Map<String, String> ids) {
		for (JsonNode category : categories) {
			ids.put(category.path("slug").asString(), category.path("id").asString());
			collect(category.path("children"), ids);
		}
	}

	private void loadCategory(JsonNode category, @Nullable String parentId, Map<String, String> ids) {
		String slug = category.path("slug").asString();
		String id = ids.get(slug);
		if (id == null) {
			ObjectNode body = copyWithout(category, "children").put("parentId", parentId);
			id = this.admin.post("/api/categories", body).orFail("Category " + slug).path("id").asString();
			ids.put(slug, id);
		}
		for (JsonNode child : category.path("children")) {
			loadCategory(child, id, ids);
		}
	}

	private Map<String, String> loadProducts(Map<String, String> categories) {
		Map<String, JsonNode> present = byField(this.admin.all("/api/products"), "name");
		Map<String, String> ids = new ConcurrentHashMap<>();
		inParallel(read("products"), (product) -> {
			JsonNode card = present.get(name(product));
			if (card == null) {
				ObjectNode body = copyWithout(product, "key", "category").put("categoryId",
						get(categories, product.path("category").asString()));
				card = this.admin.post("/api/products", body).orFail("Product " + name(product));
			}
			ids.put(key(product), card.path("id").asString());
		});
		return ids;
	}

	private String shopId(JsonNode shop, @Nullable JsonNode present) {
		JsonNode there = (present != null) ? present
				: this.seller.post("/api/shops", copyWithout(shop, "key")).orFail("Shop " + name(shop));
		return there.path("id").asString();
	}

	private void loadOffer(JsonNode offer, Map<String, String> shops, Map<String, String> products) {
		String product = offer.path("product").asString();
		String shop = offer.path("shop").asString();
		ObjectNode body = copyWithout(offer, "shop", "product").put("productId", get(products, product));
		StoreClient.Answer answer = this.seller.post("/api/shops/%s/offers".formatted(get(shops, shop)), body);
		if (!answer.is(409, "offer-exists")) {
			answer.orFail("Offer of %s by %s".formatted(product, shop));
		}
	}

	private static boolean isOpen(JsonNode shop) {
		return !shop.path("status").asString().equals("PENDING");
	}

	/**
	 * Does something with each, some at a time; after a failure none is begun any more.
	 */
	private static void inParallel(List<JsonNode> all, Consumer<JsonNode> action) {
		try (ExecutorService crew = Executors.newFixedThreadPool(AT_ONCE)) {
			List<Future<?>> running = new ArrayList<>();
			all.forEach((one) -> running.add(crew.submit(() -> action.accept(one))));
			try {
				for (Future<?> one : running) {
					one.get();
				}
			}
			catch (ExecutionException ex) {
				running.forEach((one) -> one.cancel(false));
				throw (ex.getCause() instanceof Incomplete incomplete) ? incomplete
						: new IllegalStateException(ex.getCause());
			}
			catch (InterruptedException ex) {
				crew.shutdownNow();
				Thread.currentThread().interrupt();
				throw new Incomplete("interrupted", ex);
			}
		}
	}

	private static Map<String, JsonNode> byField(List<JsonNode> items, String field) {
		Map<String, JsonNode> byField = new HashMap<>();
		items.forEach((item) -> byField.put(item.path(field).asString(), item));
		return byField;
	}

	private static String get(Map<String, String> ids, String key) {
		return Objects.requireNonNull(ids.get(key), () -> "the demo data name '" + key + "', which they do not hold");
	}

	private static String name(JsonNode node) {
		return node.path("name").asString();
	}

	private static String key(JsonNode node) {
		return node.path("key").asString();
	}

	private static ObjectNode copyWithout(JsonNode node, String... fields) {
		return node.deepCopy().asObject().remove(List.of(fields));
	}

	private static List<JsonNode> read(String name) {
		try (InputStream file = DemoData.class.getResourceAsStream("/demo/" + name + ".json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(file)).valueStream().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
