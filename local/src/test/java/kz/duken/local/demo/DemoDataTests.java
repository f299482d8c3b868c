package kz.duken.local.demo;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DemoDataTests {

	FakeStore store;

	@BeforeEach
	void open() throws IOException {
		this.store = new FakeStore();
	}

	@AfterEach
	void close() {
		this.store.close();
	}

	@Test
	void allIsLoadedAndTheShopsOpen() {
		new DemoData(this.store.url()).load();

		assertThat(this.store.categories).hasSizeGreaterThanOrEqualTo(25);
		assertThat(this.store.products).hasSizeGreaterThanOrEqualTo(150);
		assertThat(this.store.offers).hasSizeGreaterThanOrEqualTo(450);
		assertThat(this.store.shops.values()).hasSizeGreaterThanOrEqualTo(8)
			.allMatch((shop) -> shop.path("status").asString().equals("ACTIVE"));
	}

	@Test
	void bodiesHoldWhatTheApiKnowsAndNothingElse() {
		new DemoData(this.store.url()).load();

		assertThat(this.store.products.values()).allMatch((card) -> card.has("categoryId") && !card.has("key"));
		assertThat(this.store.offers.values()).allMatch((offer) -> offer.has("productId") && !offer.has("shop"));
		assertThat(this.store.categories.values()).noneMatch((category) -> category.has("children"))
			.anyMatch((category) -> category.path("parentId").isString());
	}

	@Test
	void aSecondLoadBringsNothingBack() {
		new DemoData(this.store.url()).load();
		this.store.products.remove(this.store.products.keySet().iterator().next());
		int left = this.store.products.size();

		assertThat(new DemoData(this.store.url()).load()).isEqualTo("loaded before");
		assertThat(this.store.products).hasSize(left);
	}

	@Test
	void aRenamedShopBringsNothingBack() {
		new DemoData(this.store.url()).load();
		ObjectNode shop = this.store.shops.values().iterator().next();
		shop.put("name", shop.path("name").asString() + " at the market");
		this.store.products.remove(this.store.products.keySet().iterator().next());
		int left = this.store.products.size();

		assertThat(new DemoData(this.store.url()).load()).isEqualTo("loaded before");
		assertThat(this.store.products).hasSize(left);
	}

	@Test
	void anInterruptedLoadGoesOn() {
		this.store.trouble = (n) -> (n > 500) ? 500 : 0;
		assertThatExceptionOfType(DemoData.Incomplete.class).isThrownBy(() -> new DemoData(this.store.url()).load())
			.withMessageContaining("500 trouble");
		this.store.trouble = (n) -> 0;

		new DemoData(this.store.url()).load();

		assertThat(this.store.shops.values()).allMatch((shop) -> shop.path("status").asString().equals("ACTIVE"));
	}

	@Test
	void aServiceThatIsNotThereYetIsAskedAgain() {
		this.store.trouble = (n) -> (n == 1 || n == 300) ? 503 : 0;

		assertThat(new DemoData(this.store.url()).load()).contains("offers");
	}

	@Test
	void aLostAnswerIsNotDoneTwice() {
		this.store.trouble = (n) -> (n == 100 || n == 400) ? FakeStore.LOST : 0;

		assertThat(new DemoData(this.store.url()).load()).contains("offers");
	}

	@Test
	void aStoreThatKeepsLosingAnswersIsGivenUp() {
		this.store.trouble = (n) -> FakeStore.LOST;

		assertThatExceptionOfType(DemoData.Incomplete.class).isThrownBy(() -> new DemoData(this.store.url()).load())
			.withCauseInstanceOf(IOException.class);
	}

}
