package kz.duken.product;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import kz.duken.product.word.Words;
import kz.duken.product.word.Words.Word;
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
	void partsMayBeJoinedInAnyWay() {
		assertThat(query("s24ultra")).contains("('s') <-> ('24') <-> ('ultra':*)", "('s24') <-> ('ultra':*)",
				"('s') <-> ('24ultra':*)");
		assertThat(query("a1b2c")).doesNotContain("'a1'");
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
	void othersWillDoAsWell() {
		TextQuery query = query("laptop", new TextQuery.Others(List.of("notebook", "laptop"), List.of()));

		assertThat(query.ranked()).contains("'laptop':* | 'notebook':*");
		assertThat(query.inName()).contains("'laptop':* | 'notebook':*");
		assertThat(query.match())
			.isEqualTo(List.of(List.of(new TextQuery.Clause("('laptop':* | 'notebook':*)", Set.of()))));
	}

	@Test
	void whatSoundsLikeALatinWordIsNotWhatWasTyped() {
		TextQuery.Others iphone = new TextQuery.Others(List.of("iphone"), List.of());

		assertThat(query("aifon", iphone).rankedAsTyped()).contains("'aifon':*").doesNotContain("iphone");
		assertThat(query("айфон", iphone).rankedAsTyped()).contains("'аифон':*", "'iphone':*");
	}

	@Test
	void whatIsKnownToBeginWithAWordIsLookedUpInstead() {
		TextQuery query = new TextQuery(unswitched(List.of("galax pro 15")),
				(word) -> new TextQuery.Others(word.equals("pro") ? List.of("pri") : List.of(), List.of()),
				Map.of("galax", List.of("galaxies", "galaxy"), "pri", List.of("prize"), "15", List.of("15")));

		assertThat(query.match()).isEqualTo(List
			.of(List.of(new TextQuery.Clause("('galaxies' | 'galaxy') & ('pro':* | 'prize') & ('15')", Set.of()))));
	}

	@Test
	void oneOfTheCategoriesThatAWordMeansWillDoAsWell() {
		UUID laptops = UUID.randomUUID();
		TextQuery query = new TextQuery(unswitched(List.of("red laptop 15")),
				(word) -> new TextQuery.Others(List.of(), word.equals("laptop") ? List.of(laptops) : List.of()),
				Map.of());

		assertThat(query.match()).isEqualTo(List.of(List.of(new TextQuery.Clause("('red':*) & ('15':*)", Set.of()),
				new TextQuery.Clause("('laptop':*)", Set.of(laptops)))));
	}

	@Test
	void hyphensJoinWhatMeansACategory() {
		UUID audio = UUID.randomUUID();
		TextQuery query = new TextQuery(unswitched(List.of("hi-fi,sony")),
				(word) -> new TextQuery.Others(List.of(), switch (word) {
					case "hi" -> List.of(audio);
					case "fi" -> List.of(UUID.randomUUID(), audio);
					default -> List.of();
				}), Map.of());

		assertThat(query.match().getFirst()).extracting(TextQuery.Clause::categories)
			.containsExactly(Set.of(), Set.of(audio));
	}

	@Test
	void onTheOtherKeyboardAllWordsAreMeant() {
		UUID audio = UUID.randomUUID();
		List<Word> typed = Words.withParts("a b");
		TextQuery query = new TextQuery(List.of(List.of(new TextQuery.Typed(typed, Words.withParts("x y")))),
				(word) -> new TextQuery.Others(List.of(), word.equals("b") ? List.of() : List.of(audio)), Map.of());

		assertThat(query.match()).isEqualTo(
				List.of(List.of(new TextQuery.Clause("((('a') & ('b':*)) | (('x') & ('y':*)))", Set.of(audio)))));
	}

	private static TextQuery query(String phrase, TextQuery.Others others) {
		return new TextQuery(unswitched(List.of(phrase)), (word) -> others, Map.of());
	}

	private static List<List<TextQuery.Typed>> unswitched(List<String> phrases) {
		return TextQuery.typed(phrases)
			.stream()
			.map((phrase) -> phrase.stream().map((one) -> new TextQuery.Typed(one.words(), List.of())).toList())
			.toList();
	}

	private static String query(String... phrases) {
		return new TextQuery(unswitched(List.of(phrases)), (word) -> new TextQuery.Others(List.of(), List.of()),
				Map.of())
			.ranked();
	}

}
