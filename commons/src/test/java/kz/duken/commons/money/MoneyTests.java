package kz.duken.commons.money;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MoneyTests {

	private final JsonMapper json = JsonMapper.builder().build();

	@ParameterizedTest
	@ValueSource(strings = { "0.001", "-1.005", "1e-3", "100000000000000", "1e999999999", "-1e2147483647", "abc", "" })
	void whatIsNoAmountOfTengeIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Money.of(text));
	}

	@Test
	void theScaleThatItWasWrittenWithDoesNotMatter() {
		assertThat(Money.of("1e2")).isEqualTo(Money.of(100)).isEqualTo(Money.of("100.000")).hasToString("100.00");
		assertThat(Money.of("0e-999999999")).isEqualTo(Money.ZERO);
	}

	@Test
	void sumsAreExact() {
		Money tenth = Money.of("0.10");

		assertThat(tenth.plus(tenth).plus(tenth)).isEqualTo(Money.of("0.30"));
		assertThat(Money.of("349990.01").times(999)).isEqualTo(Money.of("349640019.99"));
		assertThat(Money.ofTiyn(5).minus(Money.ofTiyn(7)).tiyn()).isEqualTo(-2);
	}

	@Test
	void inJsonItIsANumber() {
		assertThat(this.json.writeValueAsString(Money.of(100_000_000))).isEqualTo("100000000.00");
		assertThat(this.json.readValue("19.9", Money.class)).isEqualTo(new Money(new BigDecimal("19.90")));
		assertThatThrownBy(() -> this.json.readValue("19.999", Money.class)).isInstanceOf(JacksonException.class);
	}

}
