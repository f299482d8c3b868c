package kz.duken.product;

import kz.duken.product.word.Sound;
import kz.duken.product.word.Typo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words of all cards, to tell what somebody meant who mistyped one. */
@Repository
class Spelling {

	private static final Pattern LEARNT = Pattern.compile("\\p{L}{3,40}");

	/** Of the words alike in their trigrams, those worth a closer look. */
	private static final int CANDIDATES = 60;

	private final JdbcClient jdbc;

	Spelling(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Remembers the words; names with digits are not guessed at. */
	void learn(Collection<String> words) {
		List<String> learnt = words.stream().filter((word) -> LEARNT.matcher(word).matches()).toList();
		// in order, so that two cards with the same new words do not deadlock
		this.jdbc.sql("""
				insert into spelling (word, latin, sound)
				select word, latin, sound
				from unnest(cast(:words as text[]), cast(:latin as text[]), cast(:sounds as text[]))
					as learnt (word, latin, sound)
				order by word
				on conflict do nothing
				""")
			.param("words", learnt.toArray(String[]::new))
			.param("latin", learnt.stream().map(Typo::latin).toArray(String[]::new))
			.param("sounds", learnt.stream().map(Sound::of).toArray(String[]::new))
			.update();
	}

	/** What is left of words without their endings. A word without any is absent. */
	Map<String, List<String>> stems(Collection<String> words) {
		return byWord(this.jdbc.sql("""
				select distinct word, stem as other
				from unnest(cast(:words as text[])) as word,
					unnest(ts_lexize('russian_stem', word) || ts_lexize('english_stem', word)) as stem
				where length(stem) >= :shortest and stem <> word and starts_with(word, stem)
				""").param("words", words.toArray(String[]::new)).param("shortest", Typo.SHORTEST));
	}

	/**
	 * The known words that sound like these: {@code айфон} is iphone. A word without any
	 * is absent.
	 */
	Map<String, List<String>> soundingLike(Collection<String> words) {
		List<String> heard = words.stream().filter((word) -> LEARNT.matcher(word).matches()).toList();
		return byWord(this.jdbc.sql("""
				select typed.word, known.word as other
				from unnest(cast(:words as text[]), cast(:sounds as text[])) as typed (word, sound)
				join spelling known on known.sound = typed.sound
				where typed.sound <> '' and known.word <> typed.word
				limit :limit
				""")
			.param("words", heard.toArray(String[]::new))
			.param("sounds", heard.stream().map(Sound::of).toArray(String[]::new))
			.param("limit", CANDIDATES));
	}

	private static Map<String, List<String>> byWord(JdbcClient.StatementSpec statement) {
		return statement.query((row, number) -> Map.entry(row.getString("word"), row.getString("other")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/** Whether a word, or one that begins with it, is on a card or names a category. */
	boolean isKnown(String word) {
		return word.length() >= Sound.SHORTEST && this.jdbc.sql("""
				select exists (select 1 from spelling where word >= :word and word like :word || '%')
					or exists (select 1 from category_word where word like :word || '%')
				""").param("word", word).query(Boolean.class).single();
	}

	/** The known words most like what was typed; none when nothing is like it. */
	List<String> alike(String typed) {
		String latin = Typo.latin(typed);
		int allowed = Typo.allowed(latin.length());
		if (allowed == 0 || !LEARNT.matcher(typed).matches()) {
			return List.of();
		}
		Map<Integer, List<String>> bySlips = this.jdbc
			.sql("select word, latin from spelling order by latin <-> :latin limit :limit")
			.param("latin", latin)
			.param("limit", CANDIDATES)
			.query(Word.class)
			.list()
			.stream()
			.collect(Collectors.groupingBy((word) -> Typo.slips(latin, word.latin()), TreeMap::new,
					Collectors.mapping(Word::word, Collectors.toList())));
		return bySlips.entrySet()
			.stream()
			.findFirst()
			.filter((nearest) -> nearest.getKey() <= allowed)
			.map(Map.Entry::getValue)
			.orElse(List.of());
	}

	private record Word(String word, String latin) {
	}

}
