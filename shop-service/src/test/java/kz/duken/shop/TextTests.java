package kz.duken.shop;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	@ParameterizedTest
	@ValueSource(strings = { "a", "Ә", "12345", "😀😀😀😀😀", "a b" })
	void aLineOfTextIsTaken(String text) {
		assertThat(VALIDATOR.validate(new Line(text))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "123456", "a\u0000b", "a\nb", "\u007f", "a\ud800" })
	void anythingElseIsNot(String text) {
		assertThat(VALIDATOR.validate(new Line(text))).hasSize(1);
	}

	record Line(@Text(max = 5) String text) {
	}

}
