package kz.duken.commons.document;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record that is {@code @Nullable} may be {@code null}; all others are
 * always there.
 */
class NullableProperties implements ModelConverter {

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		if (!chain.hasNext()) {
			return null;
		}
		Schema<?> resolved = chain.next().resolve(type, context, chain);
		JavaType javaType = Json.mapper().constructType(type.getType());
		if (resolved != null && javaType.getRawClass().isRecord()) {
			describe(javaType.getRawClass(), model(resolved, context));
		}
		return resolved;
	}

	private static @Nullable Schema<?> model(Schema<?> resolved, ModelConverterContext context) {
		String reference = resolved.get$ref();
		return (reference == null) ? resolved
				: context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
	}

	@SuppressWarnings({ "rawtypes", "unchecked" })
	private static void describe(Class<?> record, @Nullable Schema<?> model) {
		if (model == null || model.getProperties() == null) {
			return;
		}
		Map<String, Schema> properties = model.getProperties();
		List<RecordComponent> components = Arrays.stream(record.getRecordComponents())
			.filter((component) -> properties.containsKey(component.getName()))
			.toList();
		for (RecordComponent component : components) {
			if (isNullable(component)) {
				properties.computeIfPresent(component.getName(), (name, schema) -> orNull(schema));
			}
		}
		model.setRequired(components.stream()
			.filter((component) -> !isNullable(component))
			.map(RecordComponent::getName)
			.toList());
	}

	private static boolean isNullable(RecordComponent component) {
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	private static Schema<?> orNull(Schema<?> schema) {
		if (schema.getAnyOf() != null) {
			return schema;
		}
		if (schema.getTypes() == null) {
			return new Schema<>().anyOf(List.of(schema, new Schema<>().types(Set.of("null"))));
		}
		schema.addType("null");
		return schema;
	}

}
