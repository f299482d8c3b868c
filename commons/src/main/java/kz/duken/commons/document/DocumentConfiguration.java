package kz.duken.commons.document;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import kz.duken.commons.idempotency.IdempotencyKey;
import kz.duken.commons.money.Money;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * What springdoc cannot see in a controller: money, pages, keys, who calls, and the
 * problem that every call may answer.
 */
@AutoConfiguration
public class DocumentConfiguration {

	private static final String BEARER = "bearer";

	private static final String PROBLEM = "Problem";

	static {
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(Caller.class, PageRequest.class, IdempotencyKey.class, MultiValueMap.class)
			.replaceWithSchema(Money.class, schema("number").description("tenge, at most two decimals"));
	}

	@Bean
	NullableProperties nullableProperties() {
		return new NullableProperties();
	}

	@Bean
	OpenApiCustomizer wholeDocument(@Value("${spring.application.name}") String application) {
		return (document) -> {
			document.info(new Info().title(application).version("1")).servers(List.of(new Server().url("/")));
			document.getComponents()
				.addSchemas(PROBLEM, problem())
				.addSecuritySchemes(BEARER,
						new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"));
			operations(document).forEach(
					(operation) -> operation.getResponses().addApiResponse(ApiResponses.DEFAULT, problemResponse()));
		};
	}

	private static List<Operation> operations(OpenAPI document) {
		return document.getPaths().values().stream().flatMap((path) -> path.readOperations().stream()).toList();
	}

	@Bean
	GlobalOperationCustomizer whatArgumentsMean() {
		return (operation, handler) -> {
			for (MethodParameter argument : handler.getMethodParameters()) {
				describe(argument, operation);
			}
			if (handler.hasMethodAnnotation(PostMapping.class) && returnsEntity(handler)) {
				becomesCreated(operation.getResponses());
			}
			return operation;
		};
	}

	private static void describe(MethodParameter argument, Operation operation) {
		Class<?> type = argument.getParameterType();
		if (type == PageRequest.class) {
			operation.addParametersItem(new QueryParameter().name("size")
				.schema(schema("integer").minimum(java.math.BigDecimal.ONE)
					.maximum(java.math.BigDecimal.valueOf(PageRequest.MAX_SIZE))));
			operation.addParametersItem(new QueryParameter().name("cursor").schema(schema("string")));
		}
		else if (type == IdempotencyKey.class) {
			operation.addParametersItem(
					new HeaderParameter().name(IdempotencyKey.HEADER).required(true).schema(schema("string")));
		}
		else if (type == Caller.class) {
			if (isNullable(argument)) {
				operation.addSecurityItem(new SecurityRequirement());
			}
			operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
		}
	}

	private static boolean isNullable(MethodParameter argument) {
		return Arrays.stream(argument.getExecutable().getAnnotatedParameterTypes())
			.skip(argument.getParameterIndex())
			.findFirst()
			.orElseThrow()
			.isAnnotationPresent(Nullable.class);
	}

	private static boolean returnsEntity(HandlerMethod handler) {
		return handler.getReturnType().getParameterType() == ResponseEntity.class;
	}

	/** A POST that says its status itself makes something, whose place it tells. */
	private static void becomesCreated(ApiResponses responses) {
		ApiResponse ok = responses.remove("200");
		if (ok != null) {
			responses.addApiResponse("201",
					ok.description("Created")
						.addHeaderObject(HttpHeaders.LOCATION,
								new io.swagger.v3.oas.models.headers.Header().schema(schema("string"))));
		}
	}

	private static ApiResponse problemResponse() {
		return new ApiResponse().description("A problem")
			.content(new Content().addMediaType("application/problem+json",
					new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
	}

	private static Schema<?> problem() {
		Schema<?> problem = schema("object").description("RFC 9457").additionalProperties(true);
		List.of("type", "title", "detail", "instance", "traceId")
			.forEach((name) -> problem.addProperty(name, schema("string")));
		problem.addProperty("status", schema("integer"));
		problem.setRequired(List.of("type", "title", "status"));
		return problem;
	}

	private static Schema<?> schema(String type) {
		return new Schema<>().types(new LinkedHashSet<>(Set.of(type)));
	}

}
