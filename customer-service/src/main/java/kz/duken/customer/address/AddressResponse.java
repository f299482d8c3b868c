package kz.duken.customer.address;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** An address as its customer sees it. */
record AddressResponse(UUID id, String city, String street, String building, @Nullable String apartment,
		@Nullable String postalCode, String recipient, String phone, @JsonProperty("default") boolean preferred) {
}
