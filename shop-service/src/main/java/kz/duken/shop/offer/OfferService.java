package kz.duken.shop.offer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.duken.commons.Ids;
import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.problem.NotFound;
import kz.duken.commons.problem.ValidationFailed;
import kz.duken.commons.security.Caller;
import kz.duken.shop.Shop;
import kz.duken.shop.ShopService;
import kz.duken.shop.product.Products;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What owners do with their offers, and everybody sees of them. */
@Service
class OfferService {

	/** No offer's id comes after. */
	private static final UUID LAST = new UUID(-1, -1);

	private static final String SKU_RULE = "offer_sku_once_per_shop";

	private final ShopService shops;

	private final OfferRepository offers;

	private final CardRepository cards;

	private final Products products;

	private final TransactionTemplate transaction;

	OfferService(ShopService shops, OfferRepository offers, CardRepository cards, Products products,
			TransactionTemplate transaction) {
		this.shops = shops;
		this.offers = offers;
		this.cards = cards;
		this.products = products;
		this.transaction = transaction;
	}

	Page<OfferResponse> list(UUID shopId, @Nullable Caller caller, PageRequest page) {
		this.shops.visible(shopId, caller);
		Cursor after = page.cursor();
		List<Offer> found = this.offers.list(shopId, (after != null) ? after.key(0, UUID::fromString) : LAST,
				page.limit());
		return Page.of(found, page, (offer) -> Cursor.of(offer.id()), Offer::response);
	}

	Offer find(UUID shopId, UUID productId, @Nullable Caller caller) {
		this.shops.visible(shopId, caller);
		return find(new OfferKey(productId, shopId));
	}

	Page<HistoryEntry> history(UUID shopId, UUID productId, @Nullable Caller caller, PageRequest page) {
		Offer offer = find(shopId, productId, caller);
		Cursor after = page.cursor();
		List<HistoryEntry> found = this.offers.history(offer.id(),
				(after != null) ? after.key(0, Long::valueOf) : Long.MAX_VALUE, page.limit());
		return Page.of(found, page, (entry) -> Cursor.of(entry.version()), (entry) -> entry);
	}

	/**
	 * Offers a product. With a card the card is made first, by product-service and for
	 * good: what would refuse the offer is looked at before. If the offer then fails all
	 * the same, a card without offers is left, which harms nobody.
	 */
	Offer add(UUID shopId, AddOfferRequest request, Caller caller) {
		Shop shop = this.shops.managed(shopId, caller);
		request.requireOneProduct();
		UUID productId = request.productId();
		if (request.product() != null) {
			productId = makeCard(shop, request.product(), request.sku());
		}
		else if (productId == null || !knowCard(productId)) {
			throw noProduct();
		}
		return insert(shopId, productId, request);
	}

	private UUID makeCard(Shop shop, Map<String, @Nullable Object> card, @Nullable String sku) {
		if (!shop.isActive()) {
			throw new ShopNotActive();
		}
		if (sku != null && this.offers.existsByKeyShopIdAndSkuAndDeletedAtIsNull(shop.getId(), sku)) {
			throw new SkuTaken();
		}
		UUID productId = Ids.next();
		this.cards.remember(productId, this.products.make(productId, card).name());
		return productId;
	}

	/** A card that is known here cannot vanish unseen: it is retired here first. */
	private boolean knowCard(UUID productId) {
		if (this.cards.existsById(productId)) {
			return true;
		}
		var card = this.products.find(productId);
		card.ifPresent((found) -> this.cards.remember(productId, found.name()));
		return card.isPresent();
	}

	private Offer insert(UUID shopId, UUID productId, AddOfferRequest request) {
		try {
			return this.transaction.execute((status) -> {
				if (this.cards.holdLive(productId).isEmpty()) {
					throw noProduct();
				}
				if (this.offers.add(Ids.next(), shopId, productId, request.sku(), request.price().amount(),
						request.stock()) == 0) {
					throw new OfferExists();
				}
				return find(new OfferKey(productId, shopId));
			});
		}
		catch (DataIntegrityViolationException ex) {
			if (String.valueOf(ex.getMessage()).contains(SKU_RULE)) {
				throw new SkuTaken();
			}
			throw ex;
		}
	}

	/**
	 * Sets what the owner says. Stock is how many are for sale, without what orders hold:
	 * under the lock of the row, so no sale is lost, and {@code If-Match} tells him of
	 * one that he has not seen. Saying what is so already changes nothing.
	 */
	@Transactional
	public Offer change(UUID shopId, UUID productId, ChangeOfferRequest request, IfMatch seen, Caller caller) {
		request.requireSomething();
		OfferKey key = new OfferKey(productId, shopId);
		Offer offer = lock(key, seen, caller);
		Offer.Terms terms = offer.changedBy(request);
		if (!terms.equals(offer.terms())) {
			this.offers.change(offer.id(), terms.price().amount(), terms.stock());
		}
		return find(key);
	}

	@Transactional
	public void delete(UUID shopId, UUID productId, IfMatch seen, Caller caller) {
		this.offers.delete(lock(new OfferKey(productId, shopId), seen, caller).id());
	}

	private Offer lock(OfferKey key, IfMatch seen, Caller caller) {
		this.shops.managed(key.shopId(), caller);
		Offer offer = this.offers.lock(key).orElseThrow(() -> noOffer(key));
		seen.require(offer.eTag());
		return offer;
	}

	private Offer find(OfferKey key) {
		return this.offers.find(key).orElseThrow(() -> noOffer(key));
	}

	private static NotFound noOffer(OfferKey key) {
		return new NotFound("offer of product " + key.productId() + " in this shop");
	}

	private static ValidationFailed noProduct() {
		return new ValidationFailed("/productId", "must be the id of a product");
	}

}
