package kz.duken.product;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * One card of the made-up catalogue with its offers. Everything follows from its number.
 *
 * @param offers three of them, but for 3 in 100 cards that have none
 */
record MadeUpCard(UUID id, Instant createdAt, Card card, List<Offer> offers) {

	private static final Instant BEGINNING = Instant.parse("2025-01-01T00:00:00Z");

	private static final List<String> BRANDS = named(300,
			List.of("Samsung", "Apple", "Xiaomi", "ASUS", "Lenovo", "Sony", "Huawei", "LG", "HP", "Acer", "Honor",
					"Philips", "Canon", "JBL", "Bosch", "Logitech", "MSI", "Dell", "TP-Link", "Kingston", "Tefal",
					"Dyson", "Nikon", "Yandex", "Artel"));

	/** Beside numbers, what tells one model from another. */
	private static final List<String> SERIES = named(40_000, List.of("Galaxy", "Ultra", "Pro", "Air", "Gaming",
			"Wireless", "Max", "Mini", "Lite", "Plus", "Smart", "Книга", "Vision", "Zen", "Note"));

	private static final List<String> COLORS = List.of("black", "white", "серый", "blue", "red", "silver", "green",
			"gold", "қара", "pink");

	private static final List<String> COUNTRIES = List.of("China", "Vietnam", "Korea", "Қазақстан", "Germany", "Россия",
			"Poland", "Japan");

	private static final List<String> MATERIALS = List.of("plastic", "aluminium", "steel", "glass", "leather");

	private static final String[] CONSONANTS = { "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z",
			"ch", "sh", "tr", "st" };

	private static final String[] VOWELS = { "a", "e", "i", "o", "u" };

	static MadeUpCard of(long number) {
		SplittableRandom random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
		Instant createdAt = BEGINNING.plusSeconds(number * 20);
		MadeUpPlaces.Place place = skewed(MadeUpPlaces.LEAVES, random);
		String brand = skewed(BRANDS, random);
		int storage = 32 << random.nextInt(6);
		String color = skewed(COLORS, random);
		String thing = (random.nextInt(5) == 0) ? place.tags().getFirst() : place.thing();
		String name = "%s %s %s %s-%d%s %dGB %s".formatted(thing, brand, skewed(SERIES, random), letters(random),
				random.nextInt(10, 10_000), letters(random), storage, color);
		String description = "%s %s. ".formatted(name, String.join(", ", place.tags())).repeat(random.nextInt(3, 12));
		Card card = new Card(name, description, (random.nextInt(50) == 0) ? null : brand, place.id(),
				tags(place, random), attributes(storage, color, random), List.of("/images/" + number % 97 + ".svg"));
		return new MadeUpCard(id(createdAt, random), createdAt, card, offers(createdAt, random));
	}

	private static List<String> tags(MadeUpPlaces.Place place, SplittableRandom random) {
		List<String> tags = new ArrayList<>(place.tags());
		tags.add(skewed(List.of("new", "sale", "хит", "жаңа", "2026", "5G"), random));
		if (random.nextInt(3) == 0) {
			tags.add(skewed(SERIES, random));
		}
		return tags;
	}

	/** Eight to twelve. */
	private static List<Attribute> attributes(int storage, String color, SplittableRandom random) {
		List<Attribute> all = new ArrayList<>(List.of(new Attribute("RAM", 2 << random.nextInt(6), "GB"),
				new Attribute("Storage", storage, "GB"), new Attribute("Color", color, null),
				new Attribute("Weight", BigDecimal.valueOf(random.nextInt(5, 3000), 2), "kg"),
				new Attribute("Country", skewed(COUNTRIES, random), null),
				new Attribute("Warranty", 12 * random.nextInt(1, 4), "мес"),
				new Attribute("Year", random.nextInt(2018, 2027), null),
				new Attribute("Bluetooth", random.nextInt(4) > 0, null),
				new Attribute("Диагональ", BigDecimal.valueOf(random.nextInt(40, 860), 1), "inch"),
				new Attribute("Material", skewed(MATERIALS, random), null),
				new Attribute("Power", 5 * random.nextInt(1, 500), "W"),
				new Attribute("Series", skewed(SERIES, random), null)));
		return all.subList(0, random.nextInt(8, 13));
	}

	private static List<Offer> offers(Instant cardMade, SplittableRandom random) {
		if (random.nextInt(100) < 3) {
			return List.of();
		}
		boolean soldOut = random.nextInt(10) == 0;
		double price = 1_500 * Math.exp(random.nextDouble() * 6.5);
		int first = skewed(MadeUpPlaces.SHOPS, random);
		return IntStream.range(0, 3)
			.mapToObj((i) -> new Offer(id(cardMade.plusSeconds(i), random),
					MadeUpPlaces.shop((first + i * 71) % MadeUpPlaces.SHOPS),
					BigDecimal.valueOf(Math.round(price * (1 + random.nextInt(8) / 100.0)), 0).setScale(2),
					(soldOut || random.nextInt(4) == 0) ? 0 : random.nextInt(1, 60), cardMade.plusSeconds(i)))
			.toList();
	}

	/** The price as the catalogue derives it; {@code null} without offers. */
	@Nullable BigDecimal price() {
		Offer best = best();
		return (best != null) ? best.price()
				: this.offers.stream().map(Offer::price).min(Comparator.naturalOrder()).orElse(null);
	}

	@Nullable Offer best() {
		return this.offers.stream()
			.filter((offer) -> offer.stock() > 0)
			.min(Comparator.comparing(Offer::price).thenComparing(Offer::createdAt))
			.orElse(null);
	}

	long inStock() {
		return this.offers.stream().filter((offer) -> offer.stock() > 0).count();
	}

	@Nullable BestOfferRule rule() {
		Offer best = best();
		if (best == null) {
			return null;
		}
		boolean alone = this.offers.stream()
			.filter((offer) -> offer.stock() > 0 && offer.price().compareTo(best.price()) == 0)
			.count() == 1;
		return alone ? BestOfferRule.LOWEST_PRICE : BestOfferRule.LONGEST_ON_SALE;
	}

	/** After the law of Zipf: the second comes half as often as the first. */
	private static <T> T skewed(List<T> values, SplittableRandom random) {
		return values.get(skewed(values.size(), random));
	}

	private static int skewed(int size, SplittableRandom random) {
		return Math.min(size - 1, (int) Math.pow(size + 1.0, random.nextDouble()) - 1);
	}

	/** So many names that sound like brands, beginning with these. */
	private static List<String> named(int size, List<String> first) {
		SplittableRandom random = new SplittableRandom(size);
		List<String> names = new ArrayList<>(first);
		while (names.size() < size) {
			StringBuilder name = new StringBuilder();
			for (int syllable = random.nextInt(2, 5); syllable > 0; syllable--) {
				name.append(CONSONANTS[random.nextInt(CONSONANTS.length)])
					.append(VOWELS[random.nextInt(VOWELS.length)]);
			}
			names.add(name.toString());
		}
		return names;
	}

	private static String letters(SplittableRandom random) {
		return "" + (char) random.nextInt('A', 'Z' + 1) + (char) random.nextInt('A', 'Z' + 1);
	}

	/** Version 7, as the store makes them. */
	private static UUID id(Instant at, SplittableRandom random) {
		return new UUID((at.toEpochMilli() << 16) | 0x7000 | random.nextInt(0x1000),
				Long.MIN_VALUE | (random.nextLong() >>> 2));
	}

	record Offer(UUID id, UUID shop, BigDecimal price, int stock, Instant createdAt) {
	}

}
