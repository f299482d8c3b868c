package kz.duken.shop.offer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IfMatchTests {

	private static final String SEVENTH = "\"7\"";

	@Test
	void noConditionHolds() {
		assertThatCode(() -> new IfMatch(null).require(SEVENTH)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"7\"", "*", "\"6\", \"7\"", "\"6\",\"7\"" })
	void theCurrentVersionHolds(String header) {
		assertThatCode(() -> new IfMatch(header).require(SEVENTH)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"6\"", "W/\"7\"", "7", "", "\"\"", ",", "\"77\"", "\"7" })
	void anythingElseDoesNot(String header) {
		assertThatThrownBy(() -> new IfMatch(header).require(SEVENTH)).isInstanceOf(OfferChanged.class);
	}

}
