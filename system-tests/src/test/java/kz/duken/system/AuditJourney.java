package kz.duken.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The audit finds nothing in a store that was left alone, and by each of its rules what
 * somebody has done to it behind its back. The damages of {@code damages.csv} are looked
 * at in the transaction that does them, and nothing is left of them.
 */
class AuditJourney {

	private static final Path SCRIPTS = Path.of(System.getProperty("project.root", ".."),
			"local/src/main/resources/kz/duken/local/audit");

	private static final Map<String, String> NAMES = new LinkedHashMap<>();

	@BeforeAll
	static void ordersOfAllEnds() {
		Store.up();
		Wares wares = Wares.offered("100", 10);
		Person customer = Person.registered().withMoney("500");
		String code = "A" + UUID.randomUUID().toString().substring(0, 18).toUpperCase(java.util.Locale.ROOT);
		Person.admin().post("/api/promo-codes", "{\"code\": \"" + code + "\", \"percent\": 10}").expect(201);
		NAMES.put("customer", customer.id());
		NAMES.put("owner", wares.owner().id());
		NAMES.put("shop", wares.shopId());
		NAMES.put("product", wares.productId());
		NAMES.put("category", customer.get("/api/products/" + wares.productId()).expect(200).text("/categoryId"));
		NAMES.put("offer",
				wares.owner()
					.get("/api/shops/" + wares.shopId() + "/offers/" + wares.productId())
					.expect(200)
					.text("/id"));
		NAMES.put("code", code);
		NAMES.put("bought", ordered(customer, wares, code));
		NAMES.put("cancelled", ordered(customer, wares, ""));
		NAMES.put("received", ordered(customer, wares, ""));
		customer.post("/api/orders/" + NAMES.get("cancelled") + "/cancel", "").expect(200);
		receive(customer, wares);
		wares.intoCartOf(customer, 8).expect(201);
		customer.order(Person.newKey()).expectProblem(402, "insufficient-funds");
		NAMES.put("rejected", customer.get("/api/orders?status=REJECTED").expect(200).text("/items/0/id"));
		assertThat(Store.run("audit")).isZero();
	}

	private static String ordered(Person customer, Wares wares, String code) {
		wares.intoCartOf(customer, 1).expect(201);
		if (!code.isEmpty()) {
			customer.put("/api/cart/promo-code", "{\"code\": \"" + code + "\"}").expect(200);
		}
		return customer.order(Person.newKey()).expect(201).text("/id");
	}

	private static void receive(Person customer, Wares wares) {
		String order = NAMES.get("received");
		String shipment = "/api/shops/" + wares.shopId() + "/shipments/" + order;
		wares.owner().post(shipment + "/ship", "").expect(200);
		wares.owner().post(shipment + "/deliver", "").expect(200);
		customer.post("/api/orders/" + order + "/shipments/" + wares.shopId() + "/confirm", "").expect(200);
	}

	@ParameterizedTest
	@CsvFileSource(resources = "/damages.csv", delimiter = '|', quoteCharacter = '`')
	void aBrokenRuleIsFound(String rule, String damage) throws Exception {
		try (Connection connection = Database.superuser(); Statement sql = connection.createStatement()) {
			sql.execute("begin");
			sql.execute("set local session_replication_role = replica");
			sql.execute(named(damage));
			assertThat(broken(sql)).contains(rule);
			sql.execute("rollback");
		}
	}

	@Test
	void eachRuleIsBrokenHere() throws Exception {
		List<String> damaged = Files.readAllLines(Path.of("src/test/resources/damages.csv"))
			.stream()
			.map((line) -> line.replaceFirst(" \\|.*", ""))
			.distinct()
			.toList();
		try (Connection connection = Database.superuser(); Statement sql = connection.createStatement()) {
			assertThat(damaged).containsExactlyInAnyOrderElementsOf(rules(sql, ""));
		}
	}

	@Test
	void theCommandTellsWhatIsBroken() throws SQLException {
		try (Connection connection = Database.superuser(); Statement sql = connection.createStatement()) {
			sql.execute("set session_replication_role = replica");
			sql.execute(named("update customer.ledger_account set balance = balance + 1 where owner_id = :bought"));
			int always = Store.run("audit", "--always");
			sql.execute(named("update customer.ledger_account set balance = balance - 1 where owner_id = :bought"));
			assertThat(always).isEqualTo(1);
			sql.execute(named("insert into product.stale_product (product_id) values (:product)"));
		}
		assertThat(Store.run("audit", "--always")).isZero();
		assertThat(Store.run("audit")).isZero();
	}

	private static List<String> broken(Statement sql) throws SQLException, IOException {
		return rules(sql, " where violations > 0");
	}

	private static List<String> rules(Statement sql, String which) throws SQLException, IOException {
		List<String> sources = new ArrayList<>();
		for (String schema : List.of("customer", "shop", "cart", "orders", "category", "product")) {
			sources.add(schema + ".audit");
		}
		for (String script : List.of("always.sql", "quiet.sql")) {
			sources.add("(" + Files.readString(SCRIPTS.resolve(script)).strip().replaceFirst(";$", "") + ") as rules");
		}
		List<String> rules = new ArrayList<>();
		for (String source : sources) {
			try (var rows = sql.executeQuery("select rule from " + source + which)) {
				while (rows.next()) {
					rules.add(rows.getString(1));
				}
			}
		}
		return rules;
	}

	private static String named(String statement) {
		String result = statement;
		for (var name : NAMES.entrySet()) {
			result = result.replaceAll(":" + name.getKey() + "\\b", "'" + name.getValue() + "'");
		}
		return result;
	}

}
