package kz.duken.system;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten times as many buyers as pieces, and each sends his order twice: as many are sold as
 * there are, each buyer has one answer. A thousand buyers, twenty times, with
 * {@code -Pproof}; a smaller sale by itself.
 */
@ExtendWith(Reported.class)
class FlashSaleProof {

	private static final boolean WHOLE = Boolean.getBoolean("proof");

	private static final int BUYERS = Integer.getInteger("buyers", WHOLE ? 1000 : 60);

	private static final int SALES = Integer.getInteger("sales", WHOLE ? 20 : 1);

	private static final int BUYERS_PER_PIECE = 10;

	private static final int AT_ONCE_WHEN_PREPARING = 4;

	@BeforeAll
	static void up() {
		Store.up();
	}

	@Test
	void asManyAreSoldAsThereAre() {
		List<Person> buyers = Crowd.inTurns(BUYERS, AT_ONCE_WHEN_PREPARING,
				(_) -> Person.registered().withMoney(String.valueOf(100 * SALES)));
		for (int sale = 1; sale <= SALES; sale++) {
			sell(sale, buyers);
		}
	}

	private static void sell(int sale, List<Person> buyers) {
		int pieces = BUYERS / BUYERS_PER_PIECE;
		Wares wares = Wares.offered("100", pieces);
		Crowd.inTurns(BUYERS, AT_ONCE_WHEN_PREPARING, (i) -> {
			buyers.get(i).refresh();
			Patience.definite(() -> buyers.get(i).delete("/api/cart")).expect(200);
			return Patience.definite(() -> wares.intoCartOf(buyers.get(i), 1)).expect(201);
		});
		Instant begin = Instant.now();
		List<Answer> answers = Crowd.atOnce(2 * BUYERS,
				(i) -> Patience.order(buyers.get(i / 2), "sale-" + sale, "100.00"));
		Duration took = Duration.between(begin, Instant.now());

		for (int i = 0; i < answers.size(); i += 2) {
			assertThat(answers.get(i).status()).isEqualTo(answers.get(i + 1).status());
			assertThat(answers.get(i).text("/id")).isEqualTo(answers.get(i + 1).text("/id"));
		}
		Map<String, Long> outcomes = answers.stream()
			.collect(Collectors.groupingBy((answer) -> answer.status() + " " + answer.slug(), Collectors.counting()));
		assertThat(outcomes.get("201 ")).isEqualTo(2L * pieces);
		assertThat(outcomes.keySet()).isSubsetOf("201 ", "409 out-of-stock");
		assertThat(wares.stock()).isZero();
		assertThat(Store.run("audit")).as("the audit").isZero();
		Report.line("Flash sale %d: %d buyers who each sent twice, %d of %d pieces sold, in %.1f s".formatted(sale,
				BUYERS, outcomes.get("201 ") / 2, pieces, took.toMillis() / 1000.0));
	}

}
