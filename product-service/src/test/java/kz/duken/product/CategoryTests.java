package kz.duken.product;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import com.github.tomakehurst.wiremock.client.WireMock;
import kz.duken.test.AllAtOnce;
import kz.duken.test.Neighbourhood;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

import static kz.duken.product.Callers.admin;
import static kz.duken.product.Callers.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ServiceTest
class CategoryTests {

	private final UUID category = UUID.randomUUID();

	private final Callers callers;

	CategoryTests(@LocalServerPort int port) {
		this.callers = new Callers(port);
	}

	@Test
	void aCategoryMadeAMomentAgoIsKnown() {
		Feeds.categories(Feeds.category(this.category));

		assertThat(make().status()).isEqualTo(201);
	}

	@Test
	void aCategoryThatIsNotIsRefused() {
		Feeds.categories(Feeds.category(UUID.randomUUID()));

		Answer refused = make();

		assertThat(refused.slug()).isEqualTo("validation");
		assertThat(refused.at("/errors/0/pointer")).isEqualTo("/categoryId");
	}

	@Test
	void aDeletedCategoryIsRefused() {
		Feeds.categories(Feeds.category(this.category, null, true, 1));

		assertThat(make().slug()).isEqualTo("validation");
	}

	@ParameterizedTest
	@ValueSource(ints = { 404, 500 })
	void whetherThereIsACategoryIsNotGuessed(int status) {
		Neighbourhood.stubs()
			.stubFor(WireMock.get(WireMock.urlPathEqualTo("/internal/categories/feed"))
				.willReturn(WireMock.status(status)));

		assertThat(this.callers.once().post(admin(), card(this.category), "/api/products").slug())
			.isEqualTo("unavailable");
	}

	@Test
	void aCardCannotMoveIntoACategoryThatIsNot() {
		Feeds.categories(Feeds.category(this.category));
		String id = make().at("/id");

		Answer refused = this.callers.put(admin(), card(UUID.randomUUID()), "/api/products/{id}", id);

		assertThat(refused.slug()).isEqualTo("validation");
		assertThat(this.callers.get("/api/products/{id}", id).at("/categoryId")).isEqualTo(this.category.toString());
	}

	@Test
	void aCategoryWithCardsStays() {
		Feeds.categories(Feeds.category(this.category));
		make();

		assertThat(retire()).isEqualTo("HAS_PRODUCTS");
		assertThat(make().status()).isEqualTo(201);
	}

	@Test
	void noCardEntersARetiredCategory() {
		Feeds.categories(Feeds.category(this.category));

		assertThat(retire()).isEqualTo("RETIRED");
		assertThat(retire()).isEqualTo("RETIRED");
		assertThat(make().slug()).isEqualTo("validation");
	}

	@Test
	void aCategoryIsRetiredBeforeTheFeedTellsOfIt() {
		assertThat(retire()).isEqualTo("RETIRED");

		Feeds.categories(Feeds.category(this.category));

		assertThat(make().slug()).isEqualTo("validation");
		await().during(Duration.ofSeconds(1)).until(() -> make().status() == 400);
	}

	@RepeatedTest(5)
	void aCategoryIsEitherRetiredOrFilled() {
		Feeds.categories(Feeds.category(this.category));
		List<Callable<String>> calls = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			calls.add(() -> (make().status() == 201) ? "MADE" : "REFUSED");
		}
		calls.add(2, this::retire);

		List<String> outcomes = AllAtOnce.run(calls);

		assertThat(outcomes.contains("RETIRED")).isNotEqualTo(outcomes.contains("MADE"));
	}

	@Test
	void cardsAreCountedWhereTheyAre() {
		Feeds.categories(Feeds.category(this.category));
		make();
		make();

		Answer counts = this.callers.call(service("category-service"), HttpMethod.GET, "", "/internal/products/counts");

		assertThat(counts.at("/counts/" + this.category)).isEqualTo("2");
	}

	private Answer make() {
		return this.callers.post(admin(), card(this.category), "/api/products");
	}

	private static String card(UUID in) {
		return "{\"name\": \"Kettle\", \"categoryId\": \"%s\"}".formatted(in);
	}

	private String retire() {
		return this.callers.put(service("category-service"), "", "/internal/categories/{id}/retire", this.category)
			.at("/outcome");
	}

}
