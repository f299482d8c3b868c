package kz.duken.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What an owner says of a shop. */
record ShopRequest(@NotNull @Text(max = 200) String name, @NotNull @Text(max = 100) String city,
		@NotNull @Text(max = 300) String address, @NotNull @Text(max = 50) String phone,
		@Nullable @Text(max = 200) String hours, @Nullable @Valid Location location) {
}
