package kz.duken.shop.offer;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import kz.duken.commons.money.Money;
import kz.duken.shop.Shop;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * What a shop asks for a product and how many it has. Queries alone write it: what
 * changes an offer books it in the same statement.
 */
@Entity
@Immutable
class Offer {

	@Id
	private UUID id;

	private OfferKey key;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "shopId", insertable = false, updatable = false)
	private Shop shop;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "productId", insertable = false, updatable = false)
	private Card card;

	/** The shop's own name for it, no two of a shop's offers have the same. */
	private @Nullable String sku;

	private Money price;

	private int stock;

	private @Nullable Instant deletedAt;

	private Instant updatedAt;

	/** Raised by every change, sales too. */
	private long version;

	@ElementCollection
	@CollectionTable(name = "offer_history", joinColumns = @JoinColumn(name = "offer_id"))
	@SuppressWarnings("UnusedVariable") // by queries alone, page by page
	private Set<HistoryEntry> history;

	@SuppressWarnings("NullAway.Init")
	protected Offer() {
	}

	/** This offer with what the owner says; what he does not say stays. */
	Terms changedBy(ChangeOfferRequest request) {
		return new Terms((request.price() != null) ? request.price() : this.price,
				(request.stock() != null) ? request.stock() : this.stock);
	}

	Terms terms() {
		return new Terms(this.price, this.stock);
	}

	/** As an order finds it. */
	StockedOffer stocked() {
		return new StockedOffer(this.id, this.key, this.price, this.stock,
				this.deletedAt == null && this.shop.isActive());
	}

	OfferResponse response() {
		return new OfferResponse(this.id, this.key.productId(), this.card.name(), this.sku, this.price, this.stock,
				this.version, this.updatedAt);
	}

	UUID id() {
		return this.id;
	}

	UUID productId() {
		return this.key.productId();
	}

	String eTag() {
		return "\"" + this.version + "\"";
	}

	/** What an owner can change. */
	record Terms(Money price, int stock) {
	}

}
