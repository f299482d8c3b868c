package kz.duken.shop.product;

import java.util.List;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Apart from {@link ProductClient}, since to make hundreds of cards takes its time. */
@FeignClient(name = "product-service", contextId = "card-resolution")
interface ResolutionClient {

	@PostMapping("/internal/products/resolve")
	Resolved resolve(@RequestBody Sought sought);

	record Sought(boolean create, List<SoughtCard> cards) {
	}

	record Resolved(List<ResolvedCard> cards) {

		/** The answers, if there is one for each question. */
		List<ResolvedCard> inOrderOf(List<SoughtCard> questions) {
			if (this.cards.size() != questions.size()) {
				throw new IllegalStateException(
						this.cards.size() + " answers to " + questions.size() + " questions for cards");
			}
			return this.cards;
		}

	}

}
