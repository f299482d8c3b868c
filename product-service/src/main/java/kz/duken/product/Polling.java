package kz.duken.product;

import java.util.List;

import kz.duken.product.feed.Background;
import kz.duken.product.feed.Feed;
import kz.duken.product.feed.FeedProperties;
import kz.duken.product.feed.FeedReader;
import kz.duken.product.offer.ProductPrices;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** What goes on all the time: following the neighbours, and what follows from that. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Polling {

	@Bean
	SchedulingConfigurer polls(List<Feed<?>> feeds, FeedReader reader, ProductPrices prices, Reindexing reindexing,
			CardCounts counts, FeedProperties properties) {
		return (tasks) -> {
			feeds.forEach((feed) -> tasks.addFixedDelayTask(
					new Background("Following the feed of " + feed.name(), () -> reader.pull(feed)),
					properties.interval()));
			tasks.addFixedDelayTask(new Background("Working out prices", prices::workOutAll), properties.interval());
			tasks.addFixedDelayTask(new Background("Indexing cards anew", reindexing::all), properties.interval());
			tasks.addFixedDelayTask(new Background("Summing up cards", counts::sumUp), properties.interval());
		};
	}

}
