package kz.duken.order;

import java.util.UUID;

import jakarta.validation.Valid;
import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.problem.NotFound;
import kz.duken.commons.security.Caller;
import kz.duken.order.shop.KnownShop;
import kz.duken.order.shop.Shops;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What shops do with their parts of orders; they see no other's. */
@RestController
@RequestMapping(path = "/api/shops/{shopId}/shipments", produces = MediaType.APPLICATION_JSON_VALUE)
class ShipmentController {

	/** Above all ids. */
	private static final UUID NEWEST = new UUID(-1, -1);

	private final Shipping shipping;

	private final Orders orders;

	private final Settling settling;

	private final Shops shops;

	private final CheckoutProperties properties;

	ShipmentController(Shipping shipping, Orders orders, Settling settling, Shops shops,
			CheckoutProperties properties) {
		this.shipping = shipping;
		this.orders = orders;
		this.settling = settling;
		this.shops = shops;
		this.properties = properties;
	}

	@GetMapping
	Page<ShipmentResponse> list(@PathVariable UUID shopId, @RequestParam @Nullable ShipmentStatus status, Caller caller,
			PageRequest page) {
		mustBeOwner(shopId, caller);
		UUID before = (page.cursor() != null) ? page.cursor().key(0, UUID::fromString) : NEWEST;
		return Page.of(this.orders.ofShop(shopId, status, before, page.limit()), page, (order) -> Cursor.of(order.id()),
				(order) -> ShipmentResponse.of(order, shopId));
	}

	@PostMapping("/{orderId}/ship")
	ShipmentResponse ship(@PathVariable UUID shopId, @PathVariable UUID orderId, Caller caller,
			@Valid @RequestBody(required = false) @Nullable ShipRequest request) {
		mustBeOwner(shopId, caller);
		this.shipping.ship(orderId, shopId, (request != null) ? request.trackingNumber() : null);
		return shipment(orderId, shopId);
	}

	@PostMapping("/{orderId}/deliver")
	ShipmentResponse deliver(@PathVariable UUID shopId, @PathVariable UUID orderId, Caller caller) {
		mustBeOwner(shopId, caller);
		this.shipping.deliver(orderId, shopId);
		return shipment(orderId, shopId);
	}

	@PostMapping("/{orderId}/cancel")
	ShipmentResponse cancel(@PathVariable UUID shopId, @PathVariable UUID orderId, Caller caller) {
		Patience patience = Patience.of(this.properties.budget());
		mustBeOwner(shopId, caller);
		patience.insist(() -> this.shipping.cancel(orderId, shopId));
		this.settling.settle(orderId, patience);
		return patience.insist(() -> shipment(orderId, shopId));
	}

	private ShipmentResponse shipment(UUID orderId, UUID shopId) {
		return ShipmentResponse.of(this.orders.find(orderId).orElseThrow(), shopId);
	}

	/**
	 * Lets nobody pass but the shop's owner and administrators.
	 * @throws AccessDeniedException for others, of a shop that they see
	 */
	private void mustBeOwner(UUID shopId, Caller caller) {
		KnownShop shop = this.shops.find(shopId).orElseThrow(() -> noShop(shopId));
		if (!caller.mayActFor(shop.ownerId())) {
			if (!shop.isActive()) {
				throw noShop(shopId);
			}
			throw new AccessDeniedException("for the shop's owner");
		}
	}

	private static NotFound noShop(UUID shopId) {
		return new NotFound("shop " + shopId);
	}

}
