package kz.duken.product;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import kz.duken.product.word.Words;
import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static kz.duken.product.Callers.admin;
import static kz.duken.product.Callers.service;
import static org.assertj.core.api.Assertions.assertThat;

/** Price lists name cards; each name means one. */
@ServiceTest
class CardResolutionTests {

	private final UUID category = UUID.randomUUID();

	private final String name = "Card " + UUID.randomUUID();

	private final Callers callers;

	CardResolutionTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
	}

	@BeforeEach
	void thereIsACategory() {
		Feeds.categories(Feeds.category(this.category, null, "Things", ""));
	}

	@Test
	void aCardIsFoundByItsNameWhateverItsCase() {
		String id = this.callers
			.post(admin(), "{\"name\": \"%s\", \"categoryId\": \"%s\"}".formatted(this.name, this.category),
					"/api/products")
			.at("/id");

		Answer found = resolve(true, named("  " + this.name.toUpperCase(java.util.Locale.ROOT), null, null));

		assertThat(found.at("/cards/0/outcome")).isEqualTo("FOUND");
		assertThat(found.at("/cards/0/productId")).isEqualTo(id);
		assertThat(found.at("/cards/0/name")).isEqualTo(this.name);
	}

	@Test
	void theBrandTellsNamesakesApart() {
		String acme = resolve(true, named(this.name, "Acme", this.category.toString())).at("/cards/0/productId");
		String other = this.callers
			.post(admin(),
					"{\"name\": \"%s\", \"brand\": \"Other\", \"categoryId\": \"%s\"}".formatted(this.name,
							this.category),
					"/api/products")
			.at("/id");

		Answer found = resolve(true, named(this.name, "other", null), named(this.name, null, null));

		assertThat(found.at("/cards/0/productId")).isEqualTo(other);
		assertThat(found.at("/cards/1/productId")).isEqualTo(acme);
	}

	@Test
	void whatIsMissingIsMadeOnce() {
		String card = named(this.name, "Acme", this.category.toString());

		assertThat(resolve(false, card).at("/cards/0/outcome")).isEqualTo("WOULD_CREATE");
		assertThat(resolve(false, card).at("/cards/0/name")).isEqualTo(Words.nameKey(this.name));
		List<Answer> answers = AllAtOnce.run(6, () -> resolve(true, named(this.name, "Acme", this.category.toString()),
				named(this.name, "Acme", this.category.toString())));

		assertThat(answers).flatExtracting((answer) -> answer.body().path("cards").findValuesAsString("productId"))
			.hasSize(12)
			.doesNotContain("null")
			.containsOnly(answers.getFirst().at("/cards/0/productId"));
		assertThat(answers).flatExtracting((answer) -> answer.body().path("cards").findValuesAsString("outcome"))
			.containsOnlyOnce("CREATED");
		assertThat(this.callers.get("/api/products/" + answers.getFirst().at("/cards/0/productId")).at("/brand"))
			.isEqualTo("Acme");
	}

	@Test
	void importsAndCardsWithTheSameNewWordsDoNotBlockEachOther() {
		String letters = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
		AtomicInteger turn = new AtomicInteger();
		// of two that block each other one is told of an outage
		Callers once = this.callers.once();

		List<Integer> statuses = AllAtOnce.run(4, () -> {
			boolean odd = turn.incrementAndGet() % 2 == 1;
			String[] words = { "aaa" + letters, "mmm" + letters, "zzz" + letters };
			if (odd) {
				String card = "{\"name\": \"%s %s\", \"categoryId\": \"%s\"}".formatted(String.join(" ", words),
						UUID.randomUUID(), this.category);
				return once.post(admin(), card, "/api/products").status();
			}
			return resolve(once, true, named(words[2] + " " + UUID.randomUUID(), null, this.category.toString()),
					named(words[1] + " " + UUID.randomUUID(), null, this.category.toString()),
					named(words[0] + " " + UUID.randomUUID(), null, this.category.toString()))
				.status();
		});

		assertThat(statuses).allMatch((status) -> status == 200 || status == 201);
	}

	@Test
	void whatCannotBeIsSaid() {
		Answer answer = resolve(true, named(this.name, null, null), named(this.name, null, "no-such-thing"),
				named("x".repeat(201), null, this.category.toString()), named("a\\u0000", null, null));

		assertThat(answer.body().path("cards").findValuesAsString("outcome")).containsExactly("UNKNOWN",
				"UNKNOWN_CATEGORY", "INVALID", "INVALID");
		assertThat(answer.at("/cards/2/detail")).startsWith("name must be");
	}

	private static String named(String name, @Nullable String brand, @Nullable String slug) {
		return "{\"id\": \"%s\", \"name\": \"%s\", \"brand\": %s, \"category\": %s}".formatted(UUID.randomUUID(), name,
				(brand != null) ? "\"" + brand + "\"" : "null", (slug != null) ? "\"" + slug + "\"" : "null");
	}

	private Answer resolve(boolean create, String... cards) {
		return resolve(this.callers, create, cards);
	}

	private static Answer resolve(Callers by, boolean create, String... cards) {
		Answer answer = by.post(service("shop-service"),
				"{\"create\": %s, \"cards\": [%s]}".formatted(create, String.join(",", cards)),
				"/internal/products/resolve");
		assertThat(answer.status()).isEqualTo(200);
		return answer;
	}

}
