package kz.duken.product;

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
				insert into spelling (word, latin)
				select word, latin from unnest(cast(:words as text[]), cast(:latin as text[])) as learnt (word, latin)
				order by word
				on conflict do nothing
				""")
			.param("words", learnt.toArray(String[]::new))
			.param("latin", learnt.stream().map(Typo::latin).toArray(String[]::new))
			.update();
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
