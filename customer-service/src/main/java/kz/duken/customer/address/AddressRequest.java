package kz.duken.customer.address;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An address as a customer writes it; an optional part that is blank is absent.
 *
 * @param preferred whether it becomes the default; otherwise the default stays
 */
record AddressRequest(@NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) String city,
		@NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) String street,
		@NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) String building,
		@Size(max = 20) @Pattern(regexp = LINE, message = ONE_LINE) @Nullable String apartment,
		@Size(max = 20) @Pattern(regexp = LINE, message = ONE_LINE) @Nullable String postalCode,
		@NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = ONE_LINE) String recipient,
		@NotNull @Size(max = 30) @Pattern(regexp = PHONE, message = A_PHONE) String phone,
		@JsonProperty("default") @Nullable Boolean preferred) {

	/** No control characters (PostgreSQL refuses NUL), no half of a surrogate pair. */
	private static final String LINE = "[^\\p{Cc}\\p{Cs}]*";

	private static final String ONE_LINE = "must be one line of text without control characters";

	/** Five digits or more, as people write them: {@code +7 (701) 123-45-67}. */
	private static final String PHONE = "\\+?[ ()-]*(?:[0-9][ ()-]*){5,15}";

	private static final String A_PHONE = "must be a phone number of 5 to 15 digits";

	AddressRequest {
		apartment = (apartment == null || apartment.isBlank()) ? null : apartment.strip();
		postalCode = (postalCode == null || postalCode.isBlank()) ? null : postalCode.strip();
	}

	boolean asksToBePreferred() {
		return Boolean.TRUE.equals(this.preferred);
	}

}
