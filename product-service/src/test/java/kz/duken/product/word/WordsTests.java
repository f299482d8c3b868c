package kz.duken.product.word;

import java.util.List;

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
	void whatHyphensJoinIsOneWordAndItsParts() {
		assertThat(Words.withParts("TP-Link S24")).containsExactly(new Words.Word("tplink", List.of("tp", "link")),
				new Words.Word("s24", List.of("s", "24")));
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
	@CsvSource({ "256 ГБ, 256gb", "256ГБ, 256gb", "256 gb, 256gb", "43 дюйма, 43inch", "2 кг, 2kg", "гбит, гбит",
			"s24 гб, s24 gb", "3.2 ГГц, 3 2ghz", "120 Гц, 120hz", "512 гигабайт, 512gb", "1.5 л, 1 5l",
			"5000 мА·ч, 5000mah", "1 мс, 1ms", "64 КБ, 64kb", "15 pro, 15 pro" })
	void unitsAreWrittenInLatinLettersAndBelongToTheirNumbers(String written, String words) {
		assertThat(Words.of(written)).containsExactly(words.split(" "));
	}

}
