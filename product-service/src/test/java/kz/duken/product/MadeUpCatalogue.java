package kz.duken.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes a large catalogue into a running store's database, for the benchmarks: the cards
 * as this service itself would index them, each with three offers, and the words that it
 * would have learnt. Categories and shops are written where their own services keep them,
 * so that this one learns of them by their feeds. The same every time.
 */
final class MadeUpCatalogue {

	private static final int CHUNK = 10_000;

	private static final int WORDS = 2_000;

	private final JsonMapper json = JsonMapper.shared();

	private final Connection connection;

	private final JdbcClient jdbc;

	/** Of shop-service's database, so that its feed has nothing newer to tell. */
	private final String cluster;

	private MadeUpCatalogue(Connection connection) {
		this.connection = connection;
		this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
		this.cluster = this.jdbc.sql("select cluster from feed_position where feed = 'offers'")
			.query(String.class)
			.single();
	}

	/**
	 * Writes {@code places}, or {@code cards} from one number to before another. The
	 * database is told by the environment, as to psql.
	 */
	public static void main(String[] arguments) throws SQLException {
		PGSimpleDataSource database = new PGSimpleDataSource();
		database.setUrl(System.getenv("DUKEN_DATABASE_URL"));
		database.setUser("postgres");
		database.setPassword(System.getenv("PGPASSWORD"));
		database.setCurrentSchema("product,extensions");
		try (Connection connection = database.getConnection()) {
			MadeUpCatalogue catalogue = new MadeUpCatalogue(connection);
			switch (arguments[0]) {
				case "places" -> catalogue.writePlaces();
				case "cards" -> catalogue.writeCards(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
				default -> throw new IllegalArgumentException(arguments[0]);
			}
		}
	}

	private void writePlaces() {
		for (MadeUpPlaces.Place place : MadeUpPlaces.CATEGORIES) {
			MadeUpPlaces.Place parent = place.parent();
			this.jdbc.sql("""
					insert into category.category (id, parent_id, parent_depth, name, slug, tags)
					values (?, ?, ?, ?, ?, cast(? as text[])) on conflict do nothing
					""")
				.params(Arrays.asList(place.id(), (parent != null) ? parent.id() : null,
						(parent != null) ? parent.depth() : null, place.name(), place.slug(),
						place.tags().toArray(String[]::new)))
				.update();
		}
		for (int number = 0; number < MadeUpPlaces.SHOPS; number++) {
			this.jdbc.sql("""
					insert into shop.shop (id, owner_id, name, city, address, phone, status)
					values (?, ?, ?, 'Almaty', 'Abay Avenue 10', '+77010000001', 'ACTIVE') on conflict do nothing
					""").params(MadeUpPlaces.shop(number), MadeUpPlaces.id("owner"), "Made-up shop " + number).update();
		}
	}

	private void writeCards(long from, long to) throws SQLException {
		// many rows are indexed faster at once than one by one
		List<String> indices = (to - from > 5 * CHUNK) ? dropIndices() : List.of();
		Set<String> words = new HashSet<>();
		for (long next = from; next < to; next += CHUNK) {
			List<MadeUpCard> cards = new ArrayList<>();
			for (long number = next; number < Math.min(to, next + CHUNK); number++) {
				cards.add(MadeUpCard.of(number));
			}
			copy("product (id, name, description, brand, category_id, tags, attributes, images, created_at, updated_at,"
					+ " name_key, filter_keys, facet_keys, name_words, search_words, price, offer_count, offers_in_stock, best_offer_id,"
					+ " best_shop_id, best_rule, shop_ids, indexed)", cards, (card) -> row(card, words));
			copy("offer (id, product_id, shop_id, price, stock, deleted, created_at, updated_at, cluster, version)",
					cards, this::offers);
		}
		List<String> sorted = words.stream().sorted().toList();
		Spelling spelling = new Spelling(this.jdbc, this.json);
		for (int next = 0; next < sorted.size(); next += WORDS) {
			spelling.learn(sorted.subList(next, Math.min(sorted.size(), next + WORDS)));
		}
		this.jdbc.sql("set maintenance_work_mem = '512MB'").update();
		indices.forEach((index) -> this.jdbc.sql(index).update());
		List.of("product", "offer", "spelling", "category", "category_word")
			.forEach((table) -> this.jdbc.sql("vacuum analyze " + table).update());
	}

	private List<String> dropIndices() {
		Map<String, String> indices = new TreeMap<>();
		this.jdbc.sql("""
				select indexname, indexdef from pg_indexes
				where schemaname = 'product' and tablename in ('product', 'offer')
					and indexname not in (select conname from pg_constraint)
				""").query((row, number) -> indices.put(row.getString("indexname"), row.getString("indexdef"))).list();
		indices.keySet().forEach((index) -> this.jdbc.sql("drop index " + index).update());
		return List.copyOf(indices.values());
	}

	private void copy(String into, List<MadeUpCard> cards, Function<MadeUpCard, String> rows) throws SQLException {
		try (PGCopyOutputStream table = new PGCopyOutputStream(this.connection.unwrap(PGConnection.class),
				"copy " + into + " from stdin")) {
			for (MadeUpCard card : cards) {
				table.write(rows.apply(card).getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String row(MadeUpCard made, Set<String> words) {
		Card card = made.card();
		SearchEntry entry = SearchEntry.of(card);
		words.addAll(entry.vocabulary());
		MadeUpCard.Offer best = made.best();
		return line(made.id(), card.name(), card.description(), card.brand(), card.categoryId(),
				this.json.writeValueAsString(card.tags()), this.json.writeValueAsString(card.attributes()),
				this.json.writeValueAsString(card.images()), made.createdAt(), made.createdAt(), entry.nameKey(),
				array(entry.filterKeys()), array(entry.facetKeys()), entry.nameWords(), entry.words(), made.price(),
				made.offers().size(), made.inStock(), (best != null) ? best.id() : null,
				(best != null) ? best.shop() : null, made.rule(),
				array(made.offers().stream().map((offer) -> offer.shop().toString()).distinct().sorted().toList()),
				SearchEntry.VERSION);
	}

	private String offers(MadeUpCard card) {
		return card.offers()
			.stream()
			.map((offer) -> line(offer.id(), card.id(), offer.shop(), offer.price(), offer.stock(), false,
					offer.createdAt(), offer.createdAt(), this.cluster, 1))
			.collect(Collectors.joining());
	}

	private static String array(List<String> texts) {
		return texts.stream()
			.map((text) -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static String line(@Nullable Object... values) {
		return Arrays.stream(values)
			.map((value) -> (value != null)
					? value.toString().replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n") : "\\N")
			.collect(Collectors.joining("\t", "", "\n"));
	}

}
