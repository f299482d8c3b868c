package kz.duken.local;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The eight applications of the store, in the order in which they are told about. */
enum Application {

	DISCOVERY("discovery", null, 48),

	CUSTOMER("customer-service", "customer", 128),

	CATEGORY("category-service", "category", 72),

	PRODUCT("product-service", "product", 96),

	SHOP("shop-service", "shop", 80),

	CART("cart-service", "cart", 72),

	ORDER("order-service", "orders", 96),

	GATEWAY("gateway", null, 128);

	private final String title;

	private final @Nullable String schema;

	private final int heap;

	Application(String title, @Nullable String schema, int heap) {
		this.title = title;
		this.schema = schema;
		this.heap = heap;
	}

	static Application named(String title) {
		return find(title).orElseThrow(() -> new Refusal("There is no application '%s'; there are %s".formatted(title,
				String.join(", ", Arrays.stream(values()).map(Application::title).toList()))));
	}

	static Optional<Application> find(String title) {
		return Arrays.stream(values()).filter((application) -> application.title.equals(title)).findFirst();
	}

	/** Those with a schema and keys of their own, who may run many times. */
	static List<Application> services() {
		return Stream.of(values()).filter(Application::isService).toList();
	}

	/** The name of its folder, its jar, and in the registry. */
	String title() {
		return this.title;
	}

	/** Its schema; only services have one. */
	Optional<String> schema() {
		return Optional.ofNullable(this.schema);
	}

	/** The largest heap, in MiB. */
	int heap() {
		return this.heap;
	}

	boolean isService() {
		return this.schema != null;
	}

}
