package kz.duken.product;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import kz.duken.product.word.Sound;
import kz.duken.product.word.Typo;
import kz.duken.product.word.Words;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The words of all cards, to tell what somebody meant who wrote one in another way.
 * Whatever is asked as of an instant is answered the same later on, though cards come.
 */
@Repository
class Spelling {

	private static final Pattern LEARNT = Pattern.compile("\\p{L}{3,64}");

	/** Not less than any word that begins with what stands before it. */
	private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

	/** Of the words that sound alike, the shortest. */
	private static final int ALIKE = 20;

	/** More words with one beginning are not worth looking up one by one. */
	private static final int BEGUN = 5;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Spelling(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Remembers those of letters alone; names with digits are not guessed at. To be the
	 * last statement of a transaction and the only one of its kind, so that two do not
	 * deadlock.
	 */
	void learn(Collection<String> words) {
		List<Learnt> learnt = words.stream()
			.distinct()
			.filter((word) -> LEARNT.matcher(word).matches())
			.map((word) -> new Learnt(word, Typo.latin(word), Sound.of(word), Typo.deletions(Typo.latin(word))))
			.toList();
		this.jdbc.sql("""
				insert into spelling as known (word, latin, sound, deletions)
				select word, latin, sound, deletions
				from jsonb_to_recordset(cast(:words as jsonb))
					as learnt (word text, latin text, sound text, deletions text[])
				where not exists (select 1 from spelling same where same.word = learnt.word
					and same.latin = learnt.latin and same.sound = learnt.sound and same.deletions = learnt.deletions)
				order by word collate "C"
				on conflict (word) do update
				set latin = excluded.latin, sound = excluded.sound, deletions = excluded.deletions
				""").param("words", this.json.writeValueAsString(learnt)).update();
	}

	private record Learnt(String word, String latin, String sound, Collection<String> deletions) {
	}

	/** What is left of words without their endings. A word without any is absent. */
	Map<String, List<String>> stems(Collection<String> words) {
		return byWord(this.jdbc.sql("""
				select distinct word, stem as other
				from unnest(cast(:words as text[])) as word,
					unnest(ts_lexize('russian_stem', word) || ts_lexize('english_stem', word)
						|| array[regexp_replace(word, '(лар|лер|дар|дер|тар|тер)(ы|і|ымыз|іміз)?$', ''),
							regexp_replace(word, '(y|ies)$', '')]) as stem
				where length(stem) >= :shortest and stem <> word and starts_with(word, stem)
				order by word, stem
				""").param("words", words.toArray(String[]::new)).param("shortest", Typo.SHORTEST));
	}

	/**
	 * The known words that sound like these: {@code айфон} is iphone, and so is what
	 * begins like it in Cyrillic letters. A word without any is absent.
	 */
	Map<String, List<String>> soundingLike(Collection<String> words, Instant asOf) {
		List<String> heard = words.stream().filter((word) -> !Sound.of(word).isEmpty()).toList();
		return byWord(this.jdbc.sql("""
				select typed.word, known.word as other
				from unnest(cast(:words as text[]), cast(:sounds as text[]), cast(:last as text[]))
					as typed (word, sound, last)
				cross join lateral (
					select spelling.word from spelling
					where sound ~>=~ typed.sound and sound ~<=~ typed.last and spelling.word <> typed.word
						and learnt_at <= :asOf
					order by length(sound), spelling.word limit :limit
				) known
				""")
			.param("words", heard.toArray(String[]::new))
			.param("sounds", heard.stream().map(Sound::of).toArray(String[]::new))
			.param("last",
					heard.stream()
						.map((word) -> Words.isCyrillic(word) ? Sound.of(word) + LAST : Sound.of(word))
						.toArray(String[]::new))
			.param("asOf", asOf.atOffset(ZoneOffset.UTC))
			.param("limit", ALIKE));
	}

	/**
	 * All words on cards that begin with these, themselves among them. Where they are
	 * more than a few, or what is asked for is no beginning of a word that is remembered,
	 * it is absent; while cards are indexed anew all are, since not every word is known.
	 */
	Map<String, List<String>> begunBy(Collection<String> beginnings, Instant asOf) {
		Map<String, List<String>> begun = byWord(this.jdbc.sql("""
				select typed.word, known.word as other
				from unnest(cast(:words as text[])) as typed (word)
				cross join lateral (
					select spelling.word from spelling
					where spelling.word ~>=~ typed.word and spelling.word ~<~ (typed.word || :last)
						and learnt_at <= :asOf
					limit :limit
				) known
				where not exists (select from product where indexed < :version and deleted_at is null)
				order by typed.word, known.word
				""")
			.param("words", beginnings.stream().filter((word) -> LEARNT.matcher(word).matches()).toArray(String[]::new))
			.param("last", LAST)
			.param("asOf", asOf.atOffset(ZoneOffset.UTC))
			.param("limit", BEGUN + 1)
			.param("version", SearchEntry.VERSION));
		begun.values().removeIf((words) -> words.size() > BEGUN);
		return begun;
	}

	private static Map<String, List<String>> byWord(JdbcClient.StatementSpec statement) {
		return statement.query((row, number) -> Map.entry(row.getString("word"), row.getString("other")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/**
	 * Those that are on a card or name a category, or that such a word begins with; only
	 * cards are remembered as of an instant.
	 */
	Set<String> known(Collection<String> words, Instant asOf) {
		List<String> asked = words.stream().filter((word) -> word.length() >= Sound.SHORTEST).distinct().toList();
		return new HashSet<>(this.jdbc.sql("""
				select typed.word from unnest(cast(:words as text[])) as typed (word)
				where exists (select 1 from spelling
						where spelling.word ~>=~ typed.word and spelling.word ~<~ (typed.word || :last)
							and learnt_at <= :asOf)
					or exists (select 1 from category_word
						where category_word.word ~>=~ typed.word and category_word.word ~<~ (typed.word || :last))
				""")
			.param("words", asked.toArray(String[]::new))
			.param("last", LAST)
			.param("asOf", asOf.atOffset(ZoneOffset.UTC))
			.query(String.class)
			.list());
	}

}
