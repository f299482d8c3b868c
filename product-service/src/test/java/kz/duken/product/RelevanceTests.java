package kz.duken.product;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import kz.duken.test.LongTransaction;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static kz.duken.product.Callers.admin;
import static org.assertj.core.api.Assertions.assertThat;

/** More matches than are ranked. */
@ServiceTest
class RelevanceTests {

	private final UUID category = UUID.randomUUID();

	private final String word = "many" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

	private final String other = "other" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

	private final Callers callers;

	private final JdbcClient jdbc;

	private final LongTransaction transaction;

	@Autowired
	RelevanceTests(@LocalServerPort int port, JdbcClient jdbc, TransactionTemplate transaction) {
		this.callers = new Callers(port);
		this.jdbc = jdbc;
		this.transaction = new LongTransaction(transaction, jdbc);
	}

	@BeforeEach
	void thereIsACategory() {
		Feeds.categories(Feeds.category(this.category));
	}

	@ParameterizedTest
	@CsvSource({ "2300, 0, 1", "2300, 40, 1", "2300, 999, 1", "2300, 1200, 1", "998, 0, 1", "999, 0, 1", "2300, 0, 2",
			"2300, 40, 2", "2300, 1200, 2", "998, 0, 2", "999, 0, 2" })
	void everyMatchIsListedOnceAndTheBestFirst(int matches, int named, int words) {
		String best = made("Best " + this.word + " " + this.other);
		copies(best, matches - named, "'%s':5C '%s':6C".formatted(this.word, this.other), "");
		copies(best, named, "'%s':1A '%s':2A".formatted(this.word, this.other),
				"'%s':1A '%s':2A".formatted(this.word, this.other));
		String typed = (words == 1) ? this.word : this.word + " " + this.other;

		List<String> listed = listed(typed);

		assertThat(listed).hasSize(matches + 1).doesNotHaveDuplicates();
		assertThat(listed.indexOf(best)).isLessThan((named > 40) ? 1000 : 41);
	}

	private List<String> listed(String typed) {
		List<String> listed = new ArrayList<>();
		String cursor = "";
		do {
			Answer page = this.callers.get("/api/products?q={q}&size=100&cursor=" + cursor, typed);
			assertThat(page.status()).isEqualTo(200);
			listed.addAll(page.items("id"));
			cursor = page.nextCursor();
		}
		while (!"null".equals(cursor));
		return listed;
	}

	@ParameterizedTest
	@CsvSource({ "many, 2300", "many, 999", "many other, 2300", "many other, 999" })
	void aNameGivenWholeComesFirstHoweverOldItIs(String typed, int newer) {
		String name = typed.replace("many", this.word).replace("other", this.other);
		String whole = made(name);
		String likewise = made(name);
		copies(whole, newer, "'%s':1A '%s':2A".formatted(this.word, this.other),
				"'%s':1A '%s':2A".formatted(this.word, this.other));
		this.jdbc.sql("update product set created_at = created_at - interval '1 day' where id::text in (:whole)")
			.param("whole", List.of(whole, likewise))
			.update();

		List<String> listed = listed(name);
		Answer first = this.callers.get("/api/products?q={q}&size=1", name);

		assertThat(listed).hasSize(newer + 2).doesNotHaveDuplicates().startsWith(likewise, whole);
		assertThat(first.items("id")).containsExactly(likewise);
		assertThat(this.callers.get("/api/products?q={q}&size=1&cursor=" + first.nextCursor(), name).items("id"))
			.containsExactly(whole);
		assertThat(this.callers.get("/api/products/suggest?q={q}", name).items("id")).startsWith(likewise, whole);
		assertThat(listed(whole)).containsExactly(whole);
	}

	@Test
	void otherOrdersListManyMatchesToo() {
		String first = made("Aaa " + this.word);
		copies(first, 2300, "'" + this.word + "':5C", "");

		Answer page = this.callers.get("/api/products?q={q}&size=100&sort=name", this.word);
		Answer next = this.callers.get("/api/products?q={q}&size=100&sort=name&cursor=" + page.nextCursor(), this.word);

		assertThat(page.items("id")).hasSize(100).doesNotContainAnyElementsOf(next.items("id"));
		assertThat(next.items("id")).hasSize(100);
	}

	private void copies(String of, int count, String words, String nameWords) {
		this.transaction.run(() -> this.jdbc.sql("""
				insert into product (id, name, category_id, tags, attributes, images, created_at, updated_at, name_key,
					filter_keys, search_words, name_words, indexed)
				select gen_random_uuid(), name, category_id, tags, attributes, images,
					created_at - make_interval(secs => copy / 10), updated_at, name_key || copy, filter_keys,
					cast(:words as tsvector), cast(:nameWords as tsvector), indexed
				from product, generate_series(1, :count) as copy where id = cast(:of as uuid)
				""")
			.param("of", of)
			.param("count", count)
			.param("words", words)
			.param("nameWords", nameWords)
			.update());
	}

	private String made(String name) {
		Answer made = this.callers.post(admin(),
				"{\"name\": \"%s\", \"categoryId\": \"%s\"}".formatted(name, this.category), "/api/products");
		assertThat(made.status()).isEqualTo(201);
		return made.at("/id");
	}

}
