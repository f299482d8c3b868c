package kz.duken.shop.pricelist;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import kz.duken.commons.problem.ValidationFailed;
import kz.duken.commons.security.Caller;
import kz.duken.shop.Shop;
import kz.duken.shop.ShopService;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class PriceListController {

	private final ShopService shops;

	private final PriceLists priceLists;

	PriceListController(ShopService shops, PriceLists priceLists) {
		this.shops = shops;
		this.priceLists = priceLists;
	}

	@RequestBody(required = true,
			content = { @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
					@Content(mediaType = "application/xml", schema = @Schema(type = "string")) })
	@PostMapping(path = "/api/shops/{shopId}/offers/import", consumes = { "text/csv", "application/xml" })
	ImportReport take(@PathVariable UUID shopId, @RequestParam(required = false) @Nullable String dryRun,
			@RequestParam(required = false) @Nullable String force,
			@RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, Caller caller, InputStream body)
			throws IOException {
		Shop shop = this.shops.managed(shopId, caller);
		var order = new ImportOrder(shopId, shop.isActive(), isSet("dryRun", dryRun), isSet("force", force));
		return this.priceLists.take(PriceListFormat.of(type), body, order);
	}

	/** {@code ?dryRun} says what {@code ?dryRun=true} does: never less than was asked. */
	private static boolean isSet(String name, @Nullable String value) {
		return switch (value) {
			case null -> false;
			case "false" -> false;
			case "", "true" -> true;
			default -> throw new ValidationFailed("/" + name, "must be true or false");
		};
	}

}
