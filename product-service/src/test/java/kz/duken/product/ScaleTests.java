package kz.duken.product;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import kz.duken.test.LongTransaction;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static kz.duken.product.Callers.admin;
import static kz.duken.product.Callers.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What holds for many cards as for few. */
@ServiceTest
class ScaleTests {

	private static final int MANY = 1_203;

	private final UUID category = UUID.randomUUID();

	private final Callers callers;

	private final JdbcClient jdbc;

	private final CardCounts counts;

	private final LongTransaction transaction;

	private final FlywayProperties owner;

	@Autowired
	ScaleTests(@LocalServerPort int port, JdbcClient jdbc, CardCounts counts, TransactionTemplate transaction,
			FlywayProperties owner) {
		this.callers = new Callers(port);
		this.jdbc = jdbc;
		this.counts = counts;
		this.transaction = new LongTransaction(transaction, jdbc);
		this.owner = owner;
	}

	@BeforeEach
	void thereIsACategory() {
		Feeds.categories(Feeds.category(this.category));
		made("A card");
	}

	@Test
	void allProductsFollowALargeShop() {
		UUID shop = UUID.randomUUID();
		thereAreManyOffers(shop, Feeds.CLUSTER);

		Feeds.shops(Feeds.shop(shop, "ACTIVE", 1));
		await().until(() -> offered() == MANY);
		Feeds.shops(Feeds.shop(shop, "SUSPENDED", 2));
		await().until(() -> offered() == 0);
		Feeds.shops(Feeds.shop(shop, "ACTIVE", 3));
		await().until(() -> offered() == MANY);

		assertThat(this.jdbc.sql("select count(*) from stale_shop").query(Integer.class).single()).isZero();
	}

	/** PostgreSQL takes it for empty then, however much has come since. */
	@Test
	void muchIsWorkedOutThoughNothingWasThereWhenItWasLastCounted() throws SQLException {
		String marks = "insert into stale_product select gen_random_uuid() from generate_series(1, 60000)";
		try (Connection owner = owner(); Statement sql = owner.createStatement()) {
			sql.execute("begin");
			sql.execute(marks);
			sql.execute("rollback");
			sql.execute("vacuum (truncate off) stale_product");
			sql.execute(marks);
		}

		await().atMost(Duration.ofMinutes(2))
			.until(() -> this.jdbc.sql("select count(*) from stale_product").query(Integer.class).single() == 0);
	}

	@Test
	void whatAnotherDatabaseDoesNotHoldIsForgottenHoweverMuch() {
		UUID shop = UUID.randomUUID();
		Feeds.shops(Feeds.shop(shop, "ACTIVE", 1));
		Feeds.offers();
		thereAreManyOffers(shop, "lost");
		String restored = UUID.randomUUID().toString();

		Feeds.tell("/internal/offers/feed", restored);

		await().until(() -> restored.equals(position("cluster")) && !"0".equals(position("position")));
		assertThat(this.jdbc.sql("select count(*) from offer where cluster <> :cluster")
			.param("cluster", restored)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void noWordMeansACategoryThatIsForgotten() {
		Feeds.tell("/internal/categories/feed", UUID.randomUUID().toString());

		await().untilAsserted(
				() -> assertThat(this.jdbc.sql("select count(*) from category_word where category_id = :category")
					.param("category", this.category)
					.query(Integer.class)
					.single()).isZero());
	}

	@Test
	void cardsAreCountedThroughAllChanges() {
		UUID other = UUID.randomUUID();
		Feeds.categories(Feeds.category(this.category), Feeds.category(other));
		String moved = made("Moved");
		String deleted = made("Deleted");
		this.callers.put(admin(), card("Moved", other), "/api/products/{id}", moved);
		this.counts.sumUp();
		this.jdbc.sql("update product set deleted_at = now() where id = cast(:id as uuid)")
			.param("id", deleted)
			.update();

		Answer told = this.callers.call(service("category-service"), HttpMethod.GET, "", "/internal/products/counts");

		assertThat(told.at("/counts/" + this.category)).isEqualTo("1");
		assertThat(told.at("/counts/" + other)).isEqualTo("1");
		assertThat(this.counts.byCategory()).isEqualTo(counted());
		this.counts.sumUp();
		assertThat(this.counts.byCategory()).isEqualTo(counted());
	}

	@ParameterizedTest
	@ValueSource(strings = { "newest", "price", "-price", "name" })
	void aListStaysExactInEveryOrderWhileCardsComeAndGo(String sort) {
		List<String> before = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			before.add(made("Gadget " + i % 4));
		}
		List<String> whole = page(sort, 100, "").items("id");
		Answer first = page(sort, 3, "");
		List<String> added = List.of(made("Gadget 0"), made("Gadget 2"), made("Zadget"));
		String gone = first.items("id").getLast();
		this.jdbc.sql("update product set deleted_at = now() where id = cast(:id as uuid)").param("id", gone).update();

		List<String> read = new ArrayList<>(first.items("id"));
		for (Answer page = first; !"null".equals(page.nextCursor());) {
			page = page(sort, 3, page.nextCursor());
			read.addAll(page.items("id"));
		}

		assertThat(read).doesNotHaveDuplicates().containsSubsequence(whole);
		assertThat(whole).containsAll(before);
		assertThat(added).containsAll(read.stream().filter((id) -> !whole.contains(id)).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "newest", "price", "-price", "name" })
	void aBranchIsReadInOneOrderWhateverCategoryACardIsIn(String sort) {
		UUID below = UUID.randomUUID();
		UUID shop = UUID.randomUUID();
		Feeds.categories(Feeds.category(this.category), Feeds.category(below, this.category, false, 1));
		Feeds.shops(Feeds.shop(shop, "ACTIVE", 1));
		List<String> offers = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			String card = card("Thing " + (i * 5) % 8, (i % 3 == 0) ? this.category : below);
			String id = this.callers.post(admin(), card, "/api/products").at("/id");
			if (i % 4 != 0) {
				offers.add(Feeds.offer(id, shop, String.valueOf(100 + i % 3), 0).row());
			}
		}
		Feeds.offers(offers.toArray(String[]::new));
		await().until(() -> offered() + offered(below) == offers.size());
		List<String> whole = page(sort + "&inStock=false", 100, "").items("id");

		List<String> read = new ArrayList<>();
		String cursor = "";
		do {
			Answer page = page(sort, 2, cursor);
			read.addAll(page.items("id"));
			cursor = page.nextCursor();
		}
		while (!"null".equals(cursor));

		assertThat(whole).hasSize(9);
		assertThat(read).isEqualTo(whole);
	}

	@Test
	void aStatementThatTakesTooLongIsToldAsAnOutage() {
		Answer answer = this.transaction.run(() -> {
			this.jdbc.sql("lock table product in access exclusive mode").update();
			return this.callers.once().get("/api/products");
		});

		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.slug()).isEqualTo("unavailable");
		assertThat(answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isNotBlank();
		assertThat(this.callers.get("/api/products").status()).isEqualTo(200);
	}

	private void thereAreManyOffers(UUID shop, String cluster) {
		this.transaction.run(() -> this.jdbc.sql("""
				with made as (
					insert into product (id, name, category_id, tags, attributes, images, created_at, updated_at,
						name_key, filter_keys, search_words)
					select gen_random_uuid(), 'Many', :category, '[]', '[]', '[]', now(), now(), 'many', '{}', ''
					from generate_series(1, :many) returning id
				)
				insert into offer (id, product_id, shop_id, price, stock, deleted, created_at, updated_at, cluster,
					version)
				select gen_random_uuid(), id, :shop, 5, 1, false, now(), now(), :cluster, 1 from made
				""")
			.param("category", this.category)
			.param("many", MANY)
			.param("shop", shop)
			.param("cluster", cluster)
			.update());
	}

	private Connection owner() throws SQLException {
		return DriverManager.getConnection(this.owner.getUrl(), this.owner.getUser(), this.owner.getPassword());
	}

	private int offered() {
		return offered(this.category);
	}

	private int offered(UUID in) {
		return this.jdbc.sql("select count(*) from product where category_id = :category and offer_count = 1")
			.param("category", in)
			.query(Integer.class)
			.single();
	}

	private String position(String column) {
		return this.jdbc.sql("select " + column + " from feed_position where feed = 'offers'")
			.query(String.class)
			.single();
	}

	private Map<UUID, Integer> counted() {
		return this.jdbc
			.sql("select category_id, count(*) as cards from product where deleted_at is null group by category_id")
			.query((row, number) -> Map.entry(row.getObject("category_id", UUID.class), row.getInt("cards")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private Answer page(String sort, int size, String cursor) {
		return this.callers.get("/api/products?categoryId={c}&size={n}&cursor={k}&sort=" + sort, this.category, size,
				cursor);
	}

	private String made(String name) {
		Answer made = this.callers.post(admin(), card(name, this.category), "/api/products");
		assertThat(made.status()).isEqualTo(201);
		return made.at("/id");
	}

	private static String card(String name, UUID in) {
		return "{\"name\": \"%s\", \"categoryId\": \"%s\"}".formatted(name, in);
	}

}
