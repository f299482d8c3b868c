package kz.duken.product;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CardTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	@Test
	void textsLoseTheSpaceAroundThemAndEmptyOnesAreAbsent() {
		Card card = card("  Kettle ", " ", List.of(" red "));

		assertThat(card.name()).isEqualTo("Kettle");
		assertThat(card.brand()).isNull();
		assertThat(card.tags()).containsExactly("red");
	}

	@Test
	void aGoodCardIsTaken() {
		assertThat(wrong(card("Kettle", "Bosch", List.of("red")))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "a\u0000b", "a\nb", "half \uD83D of one" })
	void aNameMustBeReadable(String name) {
		assertThat(wrong(card(name, null, List.of()))).containsExactly("name");
	}

	@Test
	void namesHaveALimit() {
		assertThat(wrong(card("x".repeat(200), null, List.of()))).isEmpty();
		assertThat(wrong(card("x".repeat(201), null, List.of()))).containsExactly("name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/images/a.svg", "https://example.com/a.png?x=1", "HTTPS://example.com/a" })
	void anImageIsAPathOrAnHttpsUrl(String image) {
		assertThat(wrong(cardWithImage(image))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a.svg", "//evil.example/a.png", "http://example.com/a.png", "javascript:alert(1)",
			"data:image/png;base64,AA", "https:///a.png", "https://a@b.example/", "/a b", "/\\evil.example/a",
			"/a\u0000" })
	void anImageIsNothingElse(String image) {
		assertThat(wrong(cardWithImage(image))).hasSize(1);
	}

	static Stream<Object> goodValues() {
		return Stream.of("red", true, 16, 16L, new BigInteger("123456789012345"), new BigDecimal("0.1234567891"),
				new BigDecimal("1e14"), -5);
	}

	@ParameterizedTest
	@MethodSource("goodValues")
	void anAttributeIsAStringANumberOrABoolean(Object value) {
		assertThat(wrong(card(new Attribute("RAM", value, "GB")))).isEmpty();
	}

	static Stream<Object> badValues() {
		return Stream.of("", "a\u0000", "x".repeat(401), new BigDecimal("1e15"), new BigDecimal("1e999999999"),
				new BigDecimal("1e-11"), List.of(1), new BigInteger("1".repeat(16)));
	}

	@ParameterizedTest
	@MethodSource("badValues")
	void anAttributeIsNothingElse(Object value) {
		assertThat(wrong(card(new Attribute("RAM", value, null)))).containsExactly("attributes[0].value");
	}

	@Test
	void anAttributeIsFoundByItsNumberHoweverItIsWritten() {
		Card card = card(new Attribute("RAM", new BigDecimal("16.0"), "GB"));

		assertThat(FilterKey.asked("attr.RAM", "16")).containsAnyElementsOf(FilterKey.of(card).toList());
		assertThat(FilterKey.asked("attr.RAM", "16.00")).containsAnyElementsOf(FilterKey.of(card).toList());
		assertThat(FilterKey.asked("attr.RAM", "1.6")).doesNotContainAnyElementsOf(FilterKey.of(card).toList());
	}

	@Test
	void anAttributeIsFoundByItsString() {
		Card card = card(new Attribute("RAM", "16", null));

		assertThat(FilterKey.asked("attr.RAM", "16")).containsAnyElementsOf(FilterKey.of(card).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e999999999", "-", "1e", "NaN", "9999999999999999999999999999999999999999999999" })
	void anyTextMayBeAskedOfAnAttribute(String value) {
		assertThat(FilterKey.asked("attr.RAM", value)).contains("attr.RAM\u001f" + value).hasSizeLessThanOrEqualTo(2);
	}

	@Test
	void theReasonSpeaksOfTheShopsThatHaveIt() {
		assertThat(BestOfferRule.LOWEST_PRICE.reason(4)).isEqualTo("The lowest price of 4 shops.");
		assertThat(BestOfferRule.LOWEST_PRICE.reason(1)).isEqualTo("The only shop that has it in stock.");
	}

	@Test
	void partsOfAWordAreIndexedWithIt() {
		Card card = card("Galaxy S24", "Samsung", List.of("new"));

		SearchEntry entry = SearchEntry.of(card);
		assertThat(entry.nameWords()).isEqualTo("'galaxy':1A 's24':2A 's':2A '24':2A 'samsung':3B");
		assertThat(entry.words()).isEqualTo(entry.nameWords() + " 'new':4B");
	}

	private static Card card(Attribute... attributes) {
		return new Card("Kettle", null, null, UUID.randomUUID(), List.of(), Arrays.asList(attributes), List.of());
	}

	private static Card card(String name, @Nullable String brand, List<String> tags) {
		return new Card(name, null, brand, UUID.randomUUID(), tags, List.of(), List.of());
	}

	private static Card cardWithImage(String image) {
		return new Card("Kettle", null, null, UUID.randomUUID(), List.of(), List.of(), List.of(image));
	}

	private static Set<String> wrong(Card card) {
		return VALIDATOR.validate(card)
			.stream()
			.map((violation) -> violation.getPropertyPath().toString())
			.collect(Collectors.toSet());
	}

}
