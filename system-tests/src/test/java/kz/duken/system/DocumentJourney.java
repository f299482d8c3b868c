package kz.duken.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the store says of itself. */
class DocumentJourney {

	@BeforeAll
	static void up() {
		Store.up();
	}

	static List<String> services() {
		return Contract.services();
	}

	@ParameterizedTest
	@MethodSource("services")
	void aDocumentListsExactlyWhatWasPromised(String service) {
		JsonNode document = Requests.parse(Requests.document(service));

		List<String> listed = document.at("/paths").propertyStream().flatMap(DocumentJourney::operations).toList();

		assertThat(document.at("/openapi").asString()).startsWith("3.1");
		assertThat(listed).containsExactlyInAnyOrderElementsOf(
				Contract.byService((operation) -> operation.method() + " " + operation.path()).get(service));
	}

	private static Stream<String> operations(Map.Entry<String, JsonNode> path) {
		return path.getValue()
			.propertyNames()
			.stream()
			.map((method) -> method.toUpperCase(Locale.ROOT) + " " + path.getKey().replaceAll("\\{[^}]+}", "{}"));
	}

	@Test
	void thePageOfTheApiIsThere() {
		Person.STRANGER.get("/swagger-ui.html").expect(200);
		Person.STRANGER.get("/v3/api-docs").expectProblem(404, "not-found");
	}

	@Test
	void theFirstPageLeadsOn() throws IOException, InterruptedException {
		HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Store.PORT + "/")).build();

		HttpResponse<String> page = Requests.HTTP.send(question, HttpResponse.BodyHandlers.ofString());

		assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
		assertThat(page.body()).containsPattern("<title>[^<]*Duken[^<]*</title>");
		List<String> links = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"")
			.matcher(page.body())
			.results()
			.map((link) -> link.group(1))
			.toList();
		assertThat(links).contains("/swagger-ui.html").allSatisfy((link) -> Person.STRANGER.get(link).expect(200));
	}

	@Test
	void theGatewaySaysThatItLives() {
		for (String probe : List.of("/livez", "/readyz")) {
			Answer answer = Person.STRANGER.get(probe, "Authorization", "Bearer nonsense").expect(200);

			assertThat(answer.body()).as(probe).isEqualTo(Requests.parse("{\"status\": \"UP\"}"));
		}
	}

}
