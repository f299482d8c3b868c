package kz.duken.product;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import kz.duken.commons.Ids;
import kz.duken.commons.problem.NotFound;
import kz.duken.commons.problem.ValidationFailed;
import kz.duken.product.category.Categories;
import kz.duken.product.offer.ProductPrices;
import kz.duken.product.shop.Shops;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes cards. Neighbours are asked before a transaction, never within one. */
@Service
class Catalogue {

	private final Products products;

	private final ProductPrices prices;

	private final Categories categories;

	private final Shops shops;

	private final TransactionTemplate transaction;

	Catalogue(Products products, ProductPrices prices, Categories categories, Shops shops,
			TransactionTemplate transaction) {
		this.products = products;
		this.prices = prices;
		this.categories = categories;
		this.shops = shops;
		this.transaction = transaction;
	}

	Product find(UUID id) {
		return this.products.find(id).orElseThrow(() -> noProduct(id));
	}

	/** All of them, in the order of the ids. */
	List<Product> findAll(List<UUID> ids) {
		Map<UUID, Product> found = this.products.find(ids)
			.stream()
			.collect(Collectors.toMap(Product::id, Function.identity()));
		return ids.stream().map((id) -> {
			Product product = found.get(id);
			if (product == null) {
				throw noProduct(id);
			}
			return product;
		}).toList();
	}

	Product create(Card card) {
		UUID id = Ids.next();
		insert(id, card);
		return find(id);
	}

	/**
	 * Makes the card under the id that a shop chose. Repeated, it answers the same and
	 * changes nothing, even if the card was rewritten or deleted in between.
	 */
	CardName createOnce(UUID id, Card card) {
		return this.products.findEver(id).orElseGet(() -> {
			insert(id, card);
			return this.products.findEver(id).orElseThrow(() -> noProduct(id));
		});
	}

	private void insert(UUID id, Card card) {
		write(card, () -> {
			this.prices.cardMade(id);
			this.products.insert(Map.of(id, card));
		});
	}

	Product replace(UUID id, Card card) {
		find(id);
		write(card, () -> {
			if (!this.products.replace(id, card)) {
				throw noProduct(id);
			}
		});
		return find(id);
	}

	/** Writes while the category is kept from being retired. */
	private void write(Card card, Runnable statements) {
		this.categories.lookFor(card.categoryId());
		this.transaction.executeWithoutResult((status) -> {
			if (!this.categories.keepOpen(card.categoryId())) {
				throw new ValidationFailed("/categoryId", "must be a category that there is");
			}
			statements.run();
		});
	}

	/**
	 * First no shop may offer it any more, then it is deleted. After a crash in between,
	 * a repetition finishes it.
	 * @throws ProductHasOffers while a shop offers it
	 */
	void delete(UUID id) {
		find(id);
		if (!this.shops.retire(id)) {
			throw new ProductHasOffers();
		}
		this.products.delete(id);
	}

	/**
	 * Closes a category to cards for good. Repeating changes nothing.
	 * @return whether it is closed; {@code false} while cards stand in it
	 */
	boolean retireCategory(UUID id) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			this.categories.lock(id);
			if (this.products.holdsAny(id)) {
				return false;
			}
			this.categories.retire(id);
			return true;
		}));
	}

	private static NotFound noProduct(UUID id) {
		return new NotFound("product " + id);
	}

}
