package kz.duken.customer.address;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import kz.duken.commons.Ids;
import kz.duken.customer.SavedOnce;
import org.jspecify.annotations.Nullable;

/** One address of a customer; one of his is preferred, his default. */
@Entity
class Address implements SavedOnce<UUID> {

	@Id
	private UUID id;

	@Column(updatable = false)
	@SuppressWarnings("UnusedVariable") // queries name it
	private UUID customerId;

	private String city;

	private String street;

	private String building;

	private @Nullable String apartment;

	private @Nullable String postalCode;

	private String recipient;

	private String phone;

	private boolean preferred;

	@SuppressWarnings("NullAway.Init")
	protected Address() {
	}

	@SuppressWarnings("NullAway.Init")
	Address(UUID customerId, AddressRequest request, boolean preferred) {
		this.id = Ids.next();
		this.customerId = customerId;
		this.preferred = preferred;
		rewrite(request);
	}

	final void rewrite(AddressRequest request) {
		this.city = request.city();
		this.street = request.street();
		this.building = request.building();
		this.apartment = request.apartment();
		this.postalCode = request.postalCode();
		this.recipient = request.recipient();
		this.phone = request.phone();
	}

	void prefer() {
		this.preferred = true;
	}

	boolean isPreferred() {
		return this.preferred;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	AddressResponse response() {
		return new AddressResponse(this.id, this.city, this.street, this.building, this.apartment, this.postalCode,
				this.recipient, this.phone, this.preferred);
	}

}
