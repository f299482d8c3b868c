package kz.duken.product;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The categories and shops of the made-up catalogue, the same every time. */
final class MadeUpPlaces {

	static final int SHOPS = 240;

	/** Root: what is sold there, as English name, Russian and Kazakh tag. */
	private static final List<String> BRANCHES = List.of(
			"Phones: Smartphones смартфон смартфондар, Feature phones телефон телефондар, Phone cases чехол қаптама, "
					+ "Chargers зарядка қуаттағыш, Power banks аккумулятор қуаткөзі, Smart watches часы сағат",
			"Computers: Laptops ноутбук ноутбуктер, Desktops компьютер компьютерлер, Monitors монитор мониторлар, "
					+ "Printers принтер принтерлер, Keyboards клавиатура пернетақта, Mice мышь тінтуір, Routers роутер маршрутизатор",
			"Components: Processors процессор процессорлар, Video cards видеокарта бейнекарта, Memory память жады, "
					+ "SSDs накопитель жинақтауыш, Power supplies блок қоректендіру, Coolers кулер салқындатқыш",
			"Television: Televisions телевизор теледидар, Projectors проектор проекторлар, Soundbars саундбар дыбыс, "
					+ "Media players приставка ойнатқыш, Brackets кронштейн бекіткіш",
			"Audio: Headphones наушники құлаққап, Speakers колонка колонкалар, Microphones микрофон микрофондар, "
					+ "Turntables проигрыватель пластинка, Radios радио радиоқабылдағыш",
			"Photo: Cameras фотоаппарат фотокамера, Lenses объектив объективтер, Tripods штатив үштаған, "
					+ "Drones дрон дрондар, Memory cards карта жадкарта",
			"Kitchen: Refrigerators холодильник тоңазытқыш, Kettles чайник шәйнек, Ovens духовка пеш, "
					+ "Microwaves микроволновка толқынпеш, Blenders блендер блендерлер, Coffee machines кофемашина кофеқайнатқыш",
			"Home: Washing machines стиральная кіржуғыш, Vacuum cleaners пылесос шаңсорғыш, Irons утюг үтік, "
					+ "Air conditioners кондиционер кондиционерлер, Heaters обогреватель жылытқыш, Lamps лампа шам");

	private static final List<String> KINDS = List.of("Compact", "Professional");

	/** In the order in which they can be written: a parent before those below it. */
	static final List<Place> CATEGORIES = categories();

	/** Those in which cards stand, the most popular first. */
	static final List<Place> LEAVES = CATEGORIES.stream().filter((place) -> place.depth() > 1).toList();

	private MadeUpPlaces() {
	}

	/**
	 * A category.
	 *
	 * @param thing what one of its cards is called
	 */
	record Place(UUID id, @Nullable Place parent, String name, String thing, List<String> tags) {

		int depth() {
			return (this.parent != null) ? this.parent.depth() + 1 : 1;
		}

		String slug() {
			return "made-up-" + this.name.toLowerCase(Locale.ROOT).replace(' ', '-');
		}

	}

	static UUID shop(int number) {
		return id("shop " + number);
	}

	private static List<Place> categories() {
		List<Place> all = new ArrayList<>();
		for (String branch : BRANCHES) {
			String name = branch.substring(0, branch.indexOf(':'));
			Place root = place(null, name, name, List.of());
			all.add(root);
			for (String kind : branch.substring(name.length() + 2).split(", ", -1)) {
				String[] words = kind.split(" (?=\\p{IsCyrillic})", -1);
				Place place = place(root, words[0], words[0].replaceAll("s$", ""), List.of(words[1], words[2]));
				all.add(place);
				KINDS.forEach((kindOf) -> all.add(place(place, kindOf + " " + words[0], place.thing(), place.tags())));
			}
		}
		return all;
	}

	private static Place place(@Nullable Place parent, String name, String thing, List<String> tags) {
		return new Place(id("category " + name), parent, name, thing, tags);
	}

	static UUID id(String text) {
		return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
	}

}
