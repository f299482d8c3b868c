package kz.duken.product;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many cards there are. The database keeps count: whoever writes a card adds a change
 * and waits for nobody, and the changes are summed up now and then.
 */
@Repository
class CardCounts {

	private final JdbcClient jdbc;

	CardCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The cards directly in each category that has any; exact. */
	Map<UUID, Integer> byCategory() {
		return this.jdbc.sql("""
				select category_id, sum(cards) as cards
				from (select * from card_count union all select * from card_count_change) as counted
				group by category_id having sum(cards) > 0
				""")
			.query((row, number) -> Map.entry(row.getObject("category_id", UUID.class), row.getInt("cards")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Sums up what has changed. The counts stay as they are. */
	void sumUp() {
		this.jdbc.sql("""
				with changes as (
					delete from card_count_change returning category_id, cards
				)
				insert into card_count as known (category_id, cards)
				select category_id, sum(cards) from changes group by category_id order by category_id
				on conflict (category_id) do update set cards = known.cards + excluded.cards
				""").update();
	}

}
