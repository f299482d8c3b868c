package kz.duken.category;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of a category.
 *
 * @param slug derived from the name when absent
 * @param parentId absent for a root
 */
record CategoryRequest(@NotBlank @Size(max = 200) @Pattern(regexp = PLAIN, message = PLAIN_MESSAGE) String name,
		@Nullable @Pattern(regexp = Slug.PATTERN, message = Slug.PATTERN_MESSAGE) String slug,
		@Nullable @Size(max = 20) List<@NotNull @NotBlank @Size(max = 40) @Pattern(regexp = PLAIN,
				message = PLAIN_MESSAGE) String> tags,
		@Nullable UUID parentId) {

	/** Neither control characters nor halves of one: the database takes neither. */
	private static final String PLAIN = "[^\\p{Cc}\\p{Cs}]*";

	private static final String PLAIN_MESSAGE = "must be text without control characters";

	@Nullable Slug wantedSlug() {
		return (this.slug != null) ? new Slug(this.slug) : null;
	}

	List<String> tagsOrNone() {
		return (this.tags != null) ? this.tags : List.of();
	}

}
