package kz.duken.product.word;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

	@ParameterizedTest
	@CsvSource({ "256 ГБ, 256 gb", "256ГБ, 256gb", "43 дюйма, 43 дюима", "2 кг, 2 kg", "гбит, гбит" })
	void unitsAreWrittenInLatinLetters(String written, String words) {
		assertThat(Words.of(written)).containsExactly(words.split(" "));
	}

}
