package kz.duken.customer.password;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "correct horse", "demo-admin-1", "құпия сөз мен", "🔑🔒🔓🗝🔑🔒🔓🗝", "        x" })
	void anyCharactersWillDo(String password) {
		assertThat(PasswordRules.objection(password, "aigul")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1234567", "Password1", "QWERTYUIOP", "йцукенгш", "aaaaaaaaaaaa", "aigul.s.k",
			"ａｉｇｕｌ.s.k", "пароль123" })
	void whatIsTriedFirstIsRefused(String password) {
		assertThat(PasswordRules.objection(password, "Aigul.S.K")).isPresent();
	}

	@Test
	void charactersAreCountedNotTheirBytes() {
		assertThat(PasswordRules.objection("🔑🔒🔓🗝".repeat(32), "aigul")).isEmpty();
		assertThat(PasswordRules.objection("🔑🔒🔓🗝".repeat(32) + "!", "aigul")).isPresent();
		assertThat(PasswordRules.objection("🔑🔒🔓🗝", "aigul")).isPresent();
	}

}
