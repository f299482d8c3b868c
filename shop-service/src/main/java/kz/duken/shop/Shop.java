package kz.duken.shop;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import kz.duken.commons.Ids;
import kz.duken.commons.security.Caller;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/** A shop. */
@Entity
public class Shop implements Persistable<UUID> {

	@Id
	private UUID id;

	@Column(updatable = false)
	private UUID ownerId;

	private String name;

	private String city;

	private String address;

	private String phone;

	private @Nullable String hours;

	private @Nullable Location location;

	/** Changes by a query of its own, so an owner's edit never undoes it. */
	@Column(updatable = false)
	@Enumerated(EnumType.STRING)
	private ShopStatus status = ShopStatus.PENDING;

	@Generated
	@Column(updatable = false)
	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected Shop() {
	}

	@SuppressWarnings("NullAway.Init")
	Shop(UUID ownerId, ShopRequest request) {
		this.id = Ids.next();
		this.ownerId = ownerId;
		edit(request);
	}

	final void edit(ShopRequest request) {
		this.name = request.name();
		this.city = request.city();
		this.address = request.address();
		this.phone = request.phone();
		this.hours = request.hours();
		this.location = request.location();
	}

	public boolean isActive() {
		return this.status == ShopStatus.ACTIVE;
	}

	boolean isManagedBy(@Nullable Caller caller) {
		return caller != null && caller.mayActFor(this.ownerId);
	}

	/** A shop that is not active is there for its owner and administrators alone. */
	boolean isVisibleTo(@Nullable Caller caller) {
		return isActive() || isManagedBy(caller);
	}

	ShopResponse response(long offerCount) {
		return new ShopResponse(this.id, this.name, this.city, this.address, this.phone, this.hours, this.location,
				this.status, offerCount, this.createdAt);
	}

	/** As order-service sees it, whatever its status. */
	KnownShop known() {
		return new KnownShop(this.id, this.name, this.ownerId, this.status);
	}

	String name() {
		return this.name;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return this.createdAt == null;
	}

}
