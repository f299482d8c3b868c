package kz.duken.product;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;

/** Tells the documents of the parameters that {@link ProductQuery} reads. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "q", in = ParameterIn.QUERY, description = "what was typed into the search field",
		schema = @Schema(type = "string", maxLength = 200))
@Parameter(name = "categoryId", in = ParameterIn.QUERY, description = "in one of these or below",
		array = @ArraySchema(schema = @Schema(type = "string", format = "uuid")))
@Parameter(name = "brand", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(name = "tag", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(name = "minPrice", in = ParameterIn.QUERY, schema = @Schema(type = "number"))
@Parameter(name = "maxPrice", in = ParameterIn.QUERY, schema = @Schema(type = "number"))
@Parameter(name = "inStock", in = ParameterIn.QUERY, schema = @Schema(type = "boolean"))
@Parameter(name = "shopId", in = ParameterIn.QUERY,
		array = @ArraySchema(schema = @Schema(type = "string", format = "uuid")))
@Parameter(name = "attr.<name>", in = ParameterIn.QUERY, description = "an attribute's value",
		array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(name = "sort", in = ParameterIn.QUERY,
		schema = @Schema(type = "string", allowableValues = { "relevance", "newest", "price", "-price", "name" }))
@Parameter(name = "facets", in = ParameterIn.QUERY, schema = @Schema(type = "boolean"))
@interface FilterParameters {

}
