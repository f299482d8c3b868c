package kz.duken.order;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param trackingNumber the carrier's, if there is one
 */
record ShipRequest(@Size(min = 1, max = 64) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*",
		message = "must be one line of text without control characters") @Nullable String trackingNumber) {
}
