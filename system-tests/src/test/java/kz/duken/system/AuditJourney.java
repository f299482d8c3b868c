package kz.duken.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

	/** A damage that no service heeds, and that nobody sees before the store is quiet. */
	private static final String TAKEN_BY = "update cart.taken_order set customer_id = ";

	private static final String WHOSE = " where order_id in (:bought, :received)";

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

	@Test
	void theCommandListsEachRule() throws Exception {
		Store.Outcome audit = Store.outcome("audit");
		assertThat(audit.status()).isZero();
		try (Connection connection = Database.superuser(); Statement sql = connection.createStatement()) {
			List<String> kept = rules(sql, "").stream().map((rule) -> line("kept", 0, rule)).toList();
			assertThat(findings(audit)).containsExactlyElementsOf(kept);
			assertThat(audit.lines().getLast()).startsWith(kept.size() + " rules, 0 broken; ");
		}
	}

	@Test
	void theCommandLooksAtTheDatabaseThatItIsTold(@TempDir Path nowhere) {
		Map<String, String> elsewhere = Map.of("DUKEN_HOME", nowhere.toString(), "DUKEN_DATABASE_URL",
				Store.topology().at("/database/url").asString(), "DUKEN_AUDITOR_PASSWORD",
				Store.topology().at("/database/roles/auditor").asString());

		Store.Outcome audit = Store.outcome(elsewhere, "audit");

		assertThat(audit.status()).isZero();
		assertThat(findings(audit)).isNotEmpty().allMatch((finding) -> finding.startsWith("kept"));
		assertThat(Store.outcome(with(elsewhere, "DUKEN_AUDITOR_PASSWORD", "another"), "audit").status()).isEqualTo(2);
		assertThat(Store.outcome(with(elsewhere, "DUKEN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/duken"), "audit")
			.status()).isEqualTo(2);
	}

	private static Map<String, String> with(Map<String, String> environment, String name, String value) {
		Map<String, String> changed = new HashMap<>(environment);
		changed.put(name, value);
		return changed;
	}

	@Test
	void theCommandCountsWhatBreaksARuleOfAQuietStore() throws SQLException {
		try (Connection connection = Database.superuser(); Statement sql = connection.createStatement()) {
			sql.execute("set session_replication_role = replica");
			sql.execute(named(TAKEN_BY + ":owner" + WHOSE));
			try {
				assertThat(Store.run("audit", "--always")).isZero();
				Store.Outcome audit = Store.outcome("audit", "--wait", "0");
				assertThat(audit.status()).isEqualTo(1);
				assertThat(findings(audit).stream().filter((finding) -> !finding.startsWith("kept"))).singleElement()
					.asString()
					.startsWith(line("BROKEN", 2, "Each bought order has left the cart, and no other has"))
					.containsAnyOf(NAMES.get("bought"), NAMES.get("received"));
				assertThat(audit.lines().getLast()).contains(" rules, 1 broken; ");
			}
			finally {
				sql.execute(named(TAKEN_BY + ":customer" + WHOSE));
			}
		}
		assertThat(Store.run("audit")).isZero();
	}

	@Test
	void theCommandSeesOneInstantAsTheAuditorDoes() throws Exception {
		try (Connection connection = Database.superuser();
				Statement sql = connection.createStatement();
				Connection watcher = Database.superuser()) {
			sql.execute("set session_replication_role = replica");
			sql.execute("begin");
			// the first rules have been looked at when it comes to this table
			sql.execute("lock table shop.restock in access exclusive mode");
			CompletableFuture<Store.Outcome> audit = CompletableFuture
				.supplyAsync(() -> Store.outcome("audit", "--wait", "0"));
			try {
				Awaitility.await().atMost(Patience.LONGEST).until(() -> isAuditorWaiting(watcher));
				sql.execute(named(TAKEN_BY + ":owner" + WHOSE));
				sql.execute("commit");
				assertThat(audit.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS).status()).isZero();
				assertThat(Store.run("audit", "--wait", "0")).as("one that begins later").isEqualTo(1);
			}
			finally {
				sql.execute(named(TAKEN_BY + ":customer" + WHOSE));
			}
		}
	}

	private static boolean isAuditorWaiting(Connection watcher) throws SQLException {
		try (Statement sql = watcher.createStatement(); var found = sql.executeQuery("""
				select from pg_stat_activity where usename = 'auditor' and wait_event_type = 'Lock'""")) {
			return found.next();
		}
	}

	private static List<String> findings(Store.Outcome audit) {
		return audit.lines().stream().filter((line) -> line.matches("(kept|BROKEN) +\\d.*")).toList();
	}

	/** As the command prints it. */
	private static String line(String verdict, int violations, String rule) {
		return "%-6s %8d  %s".formatted(verdict, violations, rule);
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
