package kz.duken.product.category;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.duken.product.word.Sound;
import kz.duken.product.word.Words;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By which words people mean a category: those of its name and of its tags. */
@Repository
public class CategoryWords {

	/** A category of a longer name or of more tags is found by the first ones. */
	private static final int MAX_WORDS = 100;

	/** A word that means more categories is not worth more. */
	private static final int MAX_CATEGORIES = 200;

	/** Not less than any word that begins with what stands before it. */
	private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

	private final JdbcClient jdbc;

	CategoryWords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void replace(UUID categoryId, String name, List<String> tags, boolean deleted) {
		this.jdbc.sql("delete from category_word where category_id = :category").param("category", categoryId).update();
		if (deleted) {
			return;
		}
		List<String> words = Stream.concat(Stream.of(name), tags.stream())
			.flatMap((text) -> Words.of(text).stream())
			.distinct()
			.limit(MAX_WORDS)
			.toList();
		this.jdbc.sql("""
				insert into category_word (category_id, word, sound)
				select :category, word, sound
				from unnest(cast(:words as text[]), cast(:sounds as text[])) as said (word, sound)
				""")
			.param("category", categoryId)
			.param("words", words.toArray(String[]::new))
			.param("sounds", words.stream().map(Sound::of).toArray(String[]::new))
			.update();
	}

	/**
	 * The categories that each word means, with all below them: those that have the word,
	 * its beginning or one that sounds alike. A word that means none is absent.
	 */
	public Map<String, List<UUID>> meantBy(Collection<String> typed) {
		List<String> words = typed.stream().filter((word) -> word.length() >= Sound.SHORTEST).distinct().toList();
		if (words.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("""
				with recursive meant (typed, id) as (
					select typed.word, said.category_id
					from unnest(cast(:words as text[]), cast(:sounds as text[])) as typed (word, sound)
					cross join lateral (
						(select category_id from category_word
							where word ~>=~ typed.word and word ~<~ (typed.word || :last)
							order by word, category_id limit :limit)
						union
						(select category_id from category_word where sound = typed.sound and typed.sound <> ''
							order by category_id limit :limit)
					) said
					union
					select meant.typed, below.id from meant join category below on below.parent_id = meant.id
				), numbered as (
					select typed, id, row_number() over (partition by typed order by id) as number from meant
				)
				select typed, id from numbered where number <= :limit order by typed, id
				""")
			.param("last", LAST)
			.param("words", words.toArray(String[]::new))
			.param("sounds", words.stream().map(Sound::of).toArray(String[]::new))
			.param("limit", MAX_CATEGORIES)
			.query((row, number) -> Map.entry(row.getString("typed"), row.getObject("id", UUID.class)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

}
