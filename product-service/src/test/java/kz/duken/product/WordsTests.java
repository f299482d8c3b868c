package kz.duken.product;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@Test
	void wordsAreLettersAndDigitsInLowerCase() {
		assertThat(Words.of("Galaxy S24, 256GB (Wi-Fi)")).containsExactly("galaxy", "s24", "256gb", "wi", "fi");
	}

	@Test
	void accentsDoNotCount() {
		assertThat(Words.of("Café ЁЛКА Йод")).containsExactly("cafe", "елка", "иод");
	}

	@Test
	void aWordFallsIntoItsLettersAndDigits() {
		assertThat(Words.parts("256gb")).containsExactly("256", "gb");
	}

	@Test
	void anEndlessWordIsCutBetweenCharacters() {
		assertThat(Words.of("a" + "𝒳".repeat(10) + "\uD840\uDC00".repeat(60))).singleElement()
			.satisfies((word) -> assertThat(word.codePoints().noneMatch((c) -> c >= 0xD800 && c <= 0xDFFF)).isTrue())
			.satisfies((word) -> assertThat(word.length()).isLessThanOrEqualTo(64));
	}

	@Test
	void aNameIsTheSameWhateverItsCaseAndSpaces() {
		assertThat(Words.nameKey("  IPHONE   15 ")).isEqualTo(Words.nameKey("iPhone 15"));
	}

	@Test
	void aQueryIsSafeWhateverIsTyped() {
		assertThat(TextQuery.precise(List.of("'); drop table product;-- & | ! <-> :*")))
			.hasValue("(('drop':*) & ('table':*) & ('product':*))");
	}

	@Test
	void aQueryWithoutWordsIsNone() {
		assertThat(TextQuery.precise(List.of("%_*", "—"))).isEmpty();
	}

	@Test
	void anyOfThePhrasesWillDo() {
		assertThat(TextQuery.precise(List.of("red iphone15", "blue")))
			.hasValue("(('red':*) & ('iphone15':* | ('iphone' & '15':*))) | (('blue':*))");
	}

	@Test
	void ofAnEssayTheFirstSixteenWordsCount() {
		String essay = "one two three four five six seven eight nine ten a b c d e f g h i j";

		assertThat(TextQuery.precise(List.of(essay)).orElseThrow()).contains("'f':*").doesNotContain("'g':*");
	}

}
