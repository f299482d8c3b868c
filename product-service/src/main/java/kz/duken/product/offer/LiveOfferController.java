package kz.duken.product.offer;

import java.util.UUID;
import java.util.function.Function;

import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.problem.NotFound;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class LiveOfferController {

	private final LiveOffers offers;

	LiveOfferController(LiveOffers offers) {
		this.offers = offers;
	}

	@GetMapping("/api/products/{id}/offers")
	Page<LiveOffer> offers(@PathVariable UUID id, PageRequest page) {
		if (!this.offers.hasProduct(id)) {
			throw new NotFound("product " + id);
		}
		return Page.of(this.offers.of(id, page), page, LiveOffer::cursor, Function.identity());
	}

}
