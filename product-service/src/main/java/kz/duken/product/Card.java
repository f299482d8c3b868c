package kz.duken.product;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is written on a product's card, as a client sends it. Texts are kept without the
 * white space around them; an optional one that is empty is absent.
 */
record Card(@NotNull @Text(max = 200) String name, @Text(max = 10_000, lines = true) @Nullable String description,
		@Text(max = 80) @Nullable String brand, @NotNull UUID categoryId,
		@Size(max = 20) List<@NotNull @Text(max = 40) String> tags,
		@Size(max = 60) List<@NotNull @Valid Attribute> attributes,
		@Size(max = 12) List<@NotNull @ImageAddress String> images) {

	Card {
		if (name != null) {
			name = name.strip();
		}
		description = stripped(description);
		brand = stripped(brand);
		tags = (tags != null) ? tags.stream().map((tag) -> (tag != null) ? tag.strip() : tag).toList() : List.of();
		attributes = (attributes != null) ? attributes : List.of();
		images = (images != null) ? images : List.of();
	}

	static @Nullable String stripped(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
