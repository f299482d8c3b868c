package kz.duken.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The operations that the store promises ({@code docs/operations.csv}), and what the
 * services' documents say of them: every answer that a journey gets is checked against
 * its service's document.
 */
final class Contract {

	private static final Map<String, OpenApiInteractionValidator> DOCUMENTS = new ConcurrentHashMap<>();

	private static final List<Operation> OPERATIONS = read();

	private static final Set<Operation> ANSWERED = ConcurrentHashMap.newKeySet();

	private Contract() {
	}

	/**
	 * @param path with {@code {}} for each part that varies
	 */
	record Operation(String method, String path, String service) {

		boolean isCalledBy(String calledMethod, String calledPath) {
			return this.method.equals(calledMethod) && calledPath.matches(this.path.replace("{}", "[^/]+"));
		}

		long varying() {
			return this.path.chars().filter((character) -> character == '{').count();
		}

	}

	static List<Operation> operations() {
		return OPERATIONS;
	}

	static List<String> services() {
		return OPERATIONS.stream().map(Operation::service).distinct().toList();
	}

	private static List<Operation> read() {
		try {
			return Files.readAllLines(Path.of(System.getProperty("project.root", "..")).resolve("docs/operations.csv"))
				.stream()
				.skip(1)
				.map((line) -> line.split(","))
				.map((cells) -> new Operation(cells[0], cells[1], cells[2]))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Insists that an answer is one that the service's document describes. */
	static void check(String method, String pathAndQuery, int status, Optional<String> contentType, String body) {
		String path = pathAndQuery.replaceFirst("\\?.*", "");
		Optional<Operation> called = OPERATIONS.stream()
			.filter((operation) -> operation.isCalledBy(method, path))
			.min(Comparator.comparingLong(Operation::varying));
		if (called.isEmpty() || status == 304) {
			return;
		}
		if (status < 300) {
			ANSWERED.add(called.get());
		}
		SimpleResponse.Builder response = SimpleResponse.Builder.status(status);
		contentType.ifPresent(response::withContentType);
		if (!body.isEmpty()) {
			response.withBody(body);
		}
		ValidationReport report = DOCUMENTS.computeIfAbsent(called.get().service(), Contract::document)
			.validateResponse(path, Request.Method.valueOf(method), response.build());
		assertThat(report.getMessages()).as("%s %s answered %d: %s", method, pathAndQuery, status, body).isEmpty();
	}

	private static OpenApiInteractionValidator document(String service) {
		return OpenApiInteractionValidator.createFor(TypedSchemas.read(Requests.document(service))).build();
	}

	/** The operations of which no answer was a success, after all journeys. */
	static List<Operation> unanswered() {
		return OPERATIONS.stream().filter((operation) -> !ANSWERED.contains(operation)).toList();
	}

	/** The operations by the service that answers them. */
	static Map<String, List<String>> byService(Function<Operation, String> name) {
		return OPERATIONS.stream()
			.collect(Collectors.groupingBy(Operation::service, Collectors.mapping(name, Collectors.toList())));
	}

}
