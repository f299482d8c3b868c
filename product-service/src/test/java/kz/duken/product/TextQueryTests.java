package kz.duken.product;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextQueryTests {

	@Test
	void aQueryIsSafeWhateverIsTyped() {
		assertThat(query("'); drop table product;-- & | ! <-> :*"))
			.isEqualTo("(((('drop':*))) & ((('table':*))) & ((('product':*))))");
	}

	@Test
	void aQueryWithoutWordsIsNone() {
		assertThat(TextQuery.typed(List.of("%_*", "—"))).isEmpty();
	}

	@Test
	void anyOfThePhrasesWillDo() {
		assertThat(query("red sofa", "blue")).contains("'red':*", "'sofa':*").containsOnlyOnce(") | (");
	}

	@Test
	void lettersAndDigitsMayBeApart() {
		assertThat(query("iphone15 x")).contains("('iphone15':*) | (('iphone') <-> ('15'))");
	}

	@Test
	void numbersAndShortWordsAreWholeUnlessTheyAreTypedLast() {
		assertThat(query("15 x 256 ГБ pro s")).contains("'15'", "'x'", "'256gb'", "'pro':*", "'s':*")
			.doesNotContain("'15':*", "'x':*", "'256gb':*", "'256'");
		assertThat(query("256gb")).contains("'256gb':*");
	}

	@Test
	void ofAnEssayTheFirstSixteenWordsCount() {
		String essay = "one two three four five six seven eight nine ten a b c d e f g h i j";

		assertThat(query(essay)).contains("'f'").doesNotContain("'g'");
	}

	@Test
	void othersAndCategoriesWillDoAsWell() {
		UUID category = UUID.randomUUID();
		TextQuery query = new TextQuery(TextQuery.typed(List.of("laptop")),
				(word) -> new TextQuery.Others(List.of("notebook", "laptop"), List.of(category)));

		assertThat(query.match()).contains("'laptop':* | 'notebook':* | ':" + category + "'");
		assertThat(query.ranked()).contains("'laptop':* | 'notebook':*").doesNotContain(category.toString());
		assertThat(query.inName()).contains("'laptop':* | 'notebook':*").doesNotContain(category.toString());
	}

	private static String query(String... phrases) {
		List<List<TextQuery.Typed>> typed = TextQuery.typed(List.of(phrases))
			.stream()
			.map((phrase) -> phrase.stream().map((one) -> new TextQuery.Typed(one.words(), List.of())).toList())
			.toList();
		return new TextQuery(typed, (word) -> new TextQuery.Others(List.of(), List.of())).match();
	}

}
