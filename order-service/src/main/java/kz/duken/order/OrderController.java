package kz.duken.order;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import kz.duken.commons.idempotency.IdempotencyKey;
import kz.duken.commons.idempotency.RequestHash;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.problem.NotFound;
import kz.duken.commons.security.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/orders", produces = MediaType.APPLICATION_JSON_VALUE)
class OrderController {

	private final OrderPlacement placement;

	private final Orders orders;

	private final OrderHistory history;

	private final Cancellation cancellation;

	private final Settling settling;

	private final Shipping shipping;

	private final Receipts receipts;

	private final CheckoutProperties properties;

	private final JsonMapper json;

	OrderController(OrderPlacement placement, Orders orders, OrderHistory history, Cancellation cancellation,
			Settling settling, Shipping shipping, Receipts receipts, CheckoutProperties properties, JsonMapper json) {
		this.placement = placement;
		this.orders = orders;
		this.history = history;
		this.cancellation = cancellation;
		this.settling = settling;
		this.shipping = shipping;
		this.receipts = receipts;
		this.properties = properties;
		this.json = json;
	}

	@ApiResponse(responseCode = "201", description = "Ordered and paid", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "202", description = "It takes longer and ends by itself: look at its Location",
			useReturnTypeSchema = true)
	@PostMapping
	ResponseEntity<OrderResponse> place(Caller caller, IdempotencyKey key,
			@Valid @RequestBody PlaceOrderRequest request) {
		OrderPlacement.Placed placed = this.placement
			.place(new PlaceOrder(caller.id(), key.value(), RequestHash.of(request, this.json), request));
		Order order = placed.order();
		HttpStatus status = switch (order.status()) {
			case PENDING -> HttpStatus.ACCEPTED;
			case CONFIRMED, SHIPPED, DELIVERED, CANCELLED -> HttpStatus.CREATED;
			case REJECTED -> throw new OrderRejected(Objects.requireNonNull(order.rejection()), placed.replayed());
		};
		HttpHeaders headers = new HttpHeaders();
		headers.setLocation(URI.create("/api/orders/" + order.id()));
		if (placed.replayed()) {
			headers.set(IdempotencyKey.REPLAYED_HEADER, "true");
		}
		return ResponseEntity.status(status).headers(headers).body(OrderResponse.of(order));
	}

	@GetMapping
	Page<OrderResponse> list(Caller caller, @RequestParam @Nullable OrderStatus status,
			@RequestParam @Nullable UUID customerId, PageRequest page) {
		return Page.of(this.orders.list(caller, status, customerId, page), page, Orders::cursor, OrderResponse::of);
	}

	@GetMapping("/{id}")
	OrderResponse get(Caller caller, @PathVariable UUID id) {
		return OrderResponse.of(visible(id, caller));
	}

	@GetMapping("/{id}/history")
	Page<HistoryEntryResponse> history(Caller caller, @PathVariable UUID id, PageRequest page) {
		visible(id, caller);
		return Page.of(this.history.list(id, page), page, OrderHistory::cursor, HistoryEntryResponse::of);
	}

	@PostMapping("/{id}/cancel")
	OrderResponse cancel(Caller caller, @PathVariable UUID id) {
		Patience patience = Patience.of(this.properties.budget());
		Order order = patience.insist(() -> visible(id, caller));
		if (order.status() != OrderStatus.CANCELLED) {
			String byWhom = caller.id().equals(order.customerId()) ? "the customer" : "the store";
			patience.insist(() -> this.cancellation.cancel(id, byWhom));
		}
		this.settling.settle(id, patience);
		return OrderResponse.of(patience.insist(() -> visible(id, caller)));
	}

	/** The customer alone can say that he has it. */
	@PostMapping("/{id}/shipments/{shopId}/confirm")
	OrderResponse confirm(Caller caller, @PathVariable UUID id, @PathVariable UUID shopId) {
		Patience patience = Patience.of(this.properties.budget());
		if (!patience.insist(() -> visible(id, caller)).customerId().equals(caller.id())) {
			throw new AccessDeniedException("for the customer alone");
		}
		patience.insist(() -> this.shipping.receive(id, shopId, "the customer says"));
		this.settling.settle(id, patience);
		return OrderResponse.of(patience.insist(() -> visible(id, caller)));
	}

	@GetMapping(path = "/{id}/receipt", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<String> receipt(Caller caller, @PathVariable UUID id) {
		Order order = visible(id, caller);
		return ResponseEntity.ok()
			.header("Content-Security-Policy", this.receipts.contentSecurityPolicy(order))
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.body(this.receipts.of(order));
	}

	private Order visible(UUID id, Caller caller) {
		return this.orders.find(id, caller).orElseThrow(() -> new NotFound("order " + id));
	}

}
