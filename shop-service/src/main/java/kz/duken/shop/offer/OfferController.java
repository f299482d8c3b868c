package kz.duken.shop.offer;

import java.net.URI;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/shops/{shopId}/offers", produces = MediaType.APPLICATION_JSON_VALUE)
class OfferController {

	private final OfferService offers;

	OfferController(OfferService offers) {
		this.offers = offers;
	}

	@GetMapping
	Page<OfferResponse> list(@PathVariable UUID shopId, @Nullable Caller caller, PageRequest page) {
		return this.offers.list(shopId, caller, page);
	}

	/**
	 * The tag goes past Spring, which would answer 304 by it: it is the offer's version,
	 * and the product's name may change without. The gateway leaves that to us.
	 */
	@GetMapping("/{productId}")
	OfferResponse one(@PathVariable UUID shopId, @PathVariable UUID productId, @Nullable Caller caller,
			HttpServletResponse response) {
		Offer offer = this.offers.find(shopId, productId, caller);
		response.setHeader(HttpHeaders.ETAG, offer.eTag());
		return offer.response();
	}

	@PostMapping
	ResponseEntity<OfferResponse> add(@PathVariable UUID shopId, @Valid @RequestBody AddOfferRequest request,
			Caller caller) {
		Offer offer = this.offers.add(shopId, request, caller);
		return ResponseEntity.created(URI.create("/api/shops/" + shopId + "/offers/" + offer.productId()))
			.eTag(offer.eTag())
			.body(offer.response());
	}

	@PutMapping("/{productId}")
	ResponseEntity<OfferResponse> change(@PathVariable UUID shopId, @PathVariable UUID productId,
			@Valid @RequestBody ChangeOfferRequest request,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		Offer offer = this.offers.change(shopId, productId, request, new IfMatch(ifMatch), caller);
		return ResponseEntity.ok().eTag(offer.eTag()).body(offer.response());
	}

	@DeleteMapping("/{productId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable UUID shopId, @PathVariable UUID productId,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
		this.offers.delete(shopId, productId, new IfMatch(ifMatch), caller);
	}

	@GetMapping("/{productId}/history")
	Page<HistoryEntry> history(@PathVariable UUID shopId, @PathVariable UUID productId, @Nullable Caller caller,
			PageRequest page) {
		return this.offers.history(shopId, productId, caller, page);
	}

}
