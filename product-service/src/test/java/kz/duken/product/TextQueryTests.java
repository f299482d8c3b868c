package kz.duken.product;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextQueryTests {

	@Test
	void aQueryIsSafeWhateverIsTyped() {
		assertThat(query(List.of("'); drop table product;-- & | ! <-> :*")))
			.hasValue("(('drop':*) & ('table':*) & ('product':*))");
	}

	@Test
	void aQueryWithoutWordsIsNone() {
		assertThat(query(List.of("%_*", "—"))).isEmpty();
	}

	@Test
	void anyOfThePhrasesWillDo() {
		assertThat(query(List.of("red iphone15", "blue")))
			.hasValue("(('red':*) & ('iphone15':* | ('iphone' & '15':*))) | (('blue':*))");
	}

	@Test
	void ofAnEssayTheFirstSixteenWordsCount() {
		String essay = "one two three four five six seven eight nine ten a b c d e f g h i j";

		assertThat(query(List.of(essay)).orElseThrow()).contains("'f':*").doesNotContain("'g':*");
	}

	@Test
	void othersAndCategoriesWillDoAsWell() {
		UUID category = UUID.randomUUID();

		assertThat(TextQuery.of(TextQuery.words(List.of("laptop")),
				(word) -> new TextQuery.Others(List.of("notebook", "laptop"), List.of(category))))
			.hasValue("(('laptop':* | 'notebook':* | 'category:" + category + "'))");
	}

	private static Optional<String> query(List<String> phrases) {
		return TextQuery.of(TextQuery.words(phrases), (word) -> new TextQuery.Others(List.of(), List.of()));
	}

}
