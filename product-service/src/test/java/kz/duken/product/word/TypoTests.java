package kz.duken.product.word;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypoTests {

	@ParameterizedTest
	@CsvSource({ "iphone, iphone, 0", "iphnoe, iphone, 1", "iphoone, iphone, 1", "iphne, iphone, 1",
			"iphine, iphone, 1", "galxa, galaxy, 1", "galax, galaxy, 0", "smasnug, samsung, 2", "kettle, iphone, 5" })
	void slipsAreCountedToTheNearestBeginning(String typed, String word, int slips) {
		assertThat(Typo.slips(typed, word)).isEqualTo(slips);
	}

	@ParameterizedTest
	@CsvSource({ "samsnug, samsung, true", "galaxi, galaxy, true", "galax, galaxy, true", "laptob, laptops, false",
			"labto, labor, false", "smasnug, samsung, false" })
	void aWordIsAlmostTypedWhenOneSlipMakesAllOfIt(String typed, String word, boolean almost) {
		assertThat(Typo.isAlmost(typed, word)).isEqualTo(almost);
	}

	@ParameterizedTest
	@CsvSource({ "3, 0", "4, 1", "7, 1", "8, 2", "40, 2" })
	void longerWordsMayHaveMoreSlips(int length, int allowed) {
		assertThat(Typo.allowed(length)).isEqualTo(allowed);
	}

	@ParameterizedTest
	@CsvSource({ "snoy, sony", "aple, apple", "lenvo, lenovo" })
	void shortWordsThatOneSlipPartsHaveADeletionInCommon(String typed, String word) {
		assertThat(Typo.deletions(typed)).containsAnyElementsOf(Typo.deletions(word));
	}

	@Test
	void cyrillicIsWrittenInLatin() {
		assertThat(Typo.latin("самсунг қазақ щетка s24")).isEqualTo("samsung kazak schetka s24");
	}

}
