package kz.duken.commons.page;

import java.util.UUID;
import java.util.stream.IntStream;

import kz.duken.commons.problem.ValidationFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CursorTests {

	@Test
	void itReadsWhatItWrote() {
		UUID id = UUID.randomUUID();

		Cursor cursor = Cursor.parse(Cursor.of("name", "Телефон", id).toString());

		assertThat(cursor.keys().get(1)).isEqualTo("Телефон");
		assertThat(cursor.key(2, UUID::fromString)).isEqualTo(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "!!!", "_w", "ÿ" })
	void whatIsNoCursorIsRefused(String text) {
		assertThatExceptionOfType(ValidationFailed.class).isThrownBy(() -> Cursor.parse(text).key(0, UUID::fromString));
	}

	@Test
	void theRowTooManyTellsOfANextPage() {
		PageRequest request = new PageRequest(2, null);

		Page<String> page = Page.of(IntStream.range(0, request.limit()).boxed().toList(), request, Cursor::of,
				String::valueOf);

		assertThat(page.items()).containsExactly("0", "1");
		assertThat(page.nextCursor()).isEqualTo(Cursor.of(1).toString());
	}

}
