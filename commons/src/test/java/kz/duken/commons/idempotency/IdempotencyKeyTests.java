package kz.duken.commons.idempotency;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IdempotencyKeyTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'', textBlock = """
			abc,                'abc'
			"abc",              'abc'
			"a b",              'a b'
			a"b,                'a"b'
			"a\\"b\\\\c",       'a"b\\c'
			0198-~!;=/,         '0198-~!;=/'
			""")
	void quotedOrBareIsTheSameKey(String header, String key) {
		assertThat(IdempotencyKey.parse(header).value()).isEqualTo(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\"\"", "\"", "\"abc", "\"abc\"d", "\"a\"b\"", "\"abc\\\"", "\"a\\b\"", "ключ",
			"a\tb", "\"abc\";v=1" })
	void whatIsNoKeyIsRefused(String header) {
		assertThatExceptionOfType(IdempotencyKeyInvalid.class).isThrownBy(() -> IdempotencyKey.parse(header));
	}

	@Test
	void aKeyHasAtMost255Characters() {
		assertThat(IdempotencyKey.parse("k".repeat(255)).value()).hasSize(255);
		assertThatExceptionOfType(IdempotencyKeyInvalid.class).isThrownBy(() -> IdempotencyKey.parse("k".repeat(256)));
	}

}
