package kz.duken.product.word;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SoundTests {

	@ParameterizedTest
	@CsvSource({ "айфон, iPhone", "айпад, iPad", "самсунг, Samsung", "галакси, Galaxy", "леново, Lenovo", "бош, Bosch",
			"филипс, Philips", "макбук, MacBook", "сони, Sony", "делл, Dell", "асус, ASUS", "редми, Redmi",
			"джойстик, joystick", "ноутбук, noutbuk", "интел, Intel", "нокиа, Nokia", "сяоми, Xiaomi",
			"ксиаоми, Xiaomi", "кулаккап, құлаққап" })
	void bothSoundAlike(String cyrillic, String latin) {
		assertThat(sound(cyrillic)).isEqualTo(sound(latin)).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "iPhone, iPad", "Sony, Asus", "мышь, мяч" })
	void theseDoNot(String one, String other) {
		assertThat(sound(one)).isNotEqualTo(sound(other));
	}

	private static String sound(String word) {
		return Sound.of(Words.of(word).getFirst());
	}

}
