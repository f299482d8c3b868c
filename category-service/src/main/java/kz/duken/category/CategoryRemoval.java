package kz.duken.category;

import java.util.UUID;

import kz.duken.category.product.Products;
import kz.duken.commons.problem.NotFound;
import kz.duken.commons.problem.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes empty categories, in three steps: mark it here, so that no child comes in;
 * retire it in the product-service, so that no product comes in; delete it here. Who has
 * begun finishes: a deletion that a crash or an outage cut short is taken up by any
 * instance, and comes to the same end as if it had been asked for again.
 */
@Service
class CategoryRemoval {

	private static final Logger log = LoggerFactory.getLogger(CategoryRemoval.class);

	private static final int AT_A_TIME = 100;

	private final CategoryRepository repository;

	private final Products products;

	private final TransactionOperations transaction;

	private final RemovalProperties properties;

	CategoryRemoval(CategoryRepository repository, Products products, TransactionOperations transaction,
			RemovalProperties properties) {
		this.repository = repository;
		this.products = products;
		this.transaction = transaction;
		this.properties = properties;
	}

	/**
	 * Deletes a category. Safe to repeat.
	 * @throws NotFound when there is none (any more)
	 * @throws CategoryNotEmpty when it has children or products; it stays as it was
	 * @throws Unavailable when the product-service does not answer; the deletion goes on
	 * once it does
	 */
	void remove(UUID id) {
		finish(this.transaction.execute((status) -> begin(id)));
	}

	private CategoryRepository.Retiring begin(UUID id) {
		CategoryTree tree = this.repository.lockedTree();
		if (tree.find(id).isEmpty()) {
			throw new NotFound("category " + id);
		}
		refuseChildren(tree, id);
		return this.repository.markRetiring(id);
	}

	/** Another deletion that has begun since then keeps its mark. */
	private void finish(CategoryRepository.Retiring begun) {
		UUID id = begun.getId();
		if (!this.products.retire(id)) {
			this.repository.unmarkRetiring(id, begun.getSince());
			throw new CategoryNotEmpty("products");
		}
		this.transaction.executeWithoutResult((status) -> {
			refuseChildren(this.repository.lockedTree(), id);
			this.repository.bury(id);
		});
	}

	private static void refuseChildren(CategoryTree tree, UUID id) {
		if (!tree.childrenOf(id).isEmpty()) {
			throw new CategoryNotEmpty("categories below it");
		}
	}

	@Scheduled(fixedDelayString = "${duken.removal.sweep}")
	void finishWhatWasLeft() {
		try {
			double seconds = this.properties.leftAlone().toMillis() / 1000.0;
			this.repository.retiringFor(seconds, AT_A_TIME).forEach(this::finishLeft);
		}
		catch (Unavailable | DataAccessException | TransactionException ex) {
			log.warn("Unfinished deletions of categories have to wait: {}", ex.getMessage());
		}
	}

	private void finishLeft(CategoryRepository.Retiring begun) {
		try {
			finish(begun);
		}
		catch (CategoryNotEmpty ex) {
			log.info("The category {} was not deleted: {}", begun.getId(), ex.getMessage());
		}
	}

}
