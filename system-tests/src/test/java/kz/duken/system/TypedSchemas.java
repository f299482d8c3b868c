package kz.duken.system;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;

/**
 * An OpenAPI 3.1 document as the validator understands it. It knows types by 3.0's
 * {@code type} and {@code nullable} alone, and would take anything for what 3.1's
 * {@code types} name.
 */
final class TypedSchemas {

	private TypedSchemas() {
	}

	static OpenAPI read(String document) {
		OpenAPI api = Objects.requireNonNull(new OpenAPIParser().readContents(document, null, null).getOpenAPI());
		api.getComponents().getSchemas().values().forEach(TypedSchemas::type);
		api.getPaths()
			.values()
			.stream()
			.flatMap((path) -> path.readOperations().stream())
			.flatMap((operation) -> operation.getResponses().values().stream())
			.filter((response) -> response.getContent() != null)
			.flatMap((response) -> response.getContent().values().stream())
			.filter((content) -> content.getSchema() != null)
			.forEach((content) -> type(content.getSchema()));
		return api;
	}

	private static void type(Schema<?> schema) {
		Set<String> types = new LinkedHashSet<>((schema.getTypes() != null) ? schema.getTypes() : Set.of());
		if (types.size() > 1 && types.remove("null")) {
			schema.setNullable(true);
		}
		if (types.size() == 1) {
			schema.setType(types.iterator().next());
		}
		parts(schema).forEach(TypedSchemas::type);
	}

	private static Stream<Schema<?>> parts(Schema<?> schema) {
		Stream.Builder<Schema<?>> parts = Stream.builder();
		if (schema.getItems() != null) {
			parts.add(schema.getItems());
		}
		if (schema.getAdditionalProperties() instanceof Schema<?> values) {
			parts.add(values);
		}
		Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
			.filter(Objects::nonNull)
			.flatMap(Collection::stream)
			.forEach(parts::add);
		@SuppressWarnings("rawtypes")
		Map<String, Schema> properties = schema.getProperties();
		if (properties != null) {
			properties.values().forEach(parts::add);
		}
		return parts.build();
	}

}
