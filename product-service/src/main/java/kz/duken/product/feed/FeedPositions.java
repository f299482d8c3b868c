package kz.duken.product.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FeedPositions {

	private static final String FIND = "select cluster, position from feed_position where feed = :feed";

	private final JdbcClient jdbc;

	FeedPositions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	FeedPosition find(String feed) {
		return this.jdbc.sql(FIND).param("feed", feed).query(FeedPosition.class).single();
	}

	/** Lets one instance at a time write what the feed says. */
	FeedPosition lock(String feed) {
		return this.jdbc.sql(FIND + " for update").param("feed", feed).query(FeedPosition.class).single();
	}

	void save(String feed, FeedPosition position) {
		this.jdbc.sql("update feed_position set cluster = :cluster, position = :position where feed = :feed")
			.param("cluster", position.cluster())
			.param("position", position.position())
			.param("feed", feed)
			.update();
	}

}
