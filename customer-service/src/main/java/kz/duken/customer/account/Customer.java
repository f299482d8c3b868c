package kz.duken.customer.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import kz.duken.commons.Ids;
import kz.duken.customer.SavedOnce;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@DynamicUpdate
class Customer implements SavedOnce<UUID> {

	@Id
	private UUID id;

	private String username;

	private String passwordHash;

	private @Nullable String fullName;

	private @Nullable String email;

	@JdbcTypeCode(SqlTypes.ARRAY)
	@Enumerated(EnumType.STRING)
	private List<Role> roles;

	@Enumerated(EnumType.STRING)
	private CustomerStatus status = CustomerStatus.ACTIVE;

	@Generated
	@Column(insertable = false, updatable = false)
	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected Customer() {
	}

	@SuppressWarnings("NullAway.Init")
	Customer(NewCustomer customer, String passwordHash, List<Role> roles) {
		this.id = Ids.next();
		this.username = customer.username();
		this.passwordHash = passwordHash;
		this.fullName = customer.fullName();
		this.email = customer.email();
		this.roles = roles;
	}

	/** Changes what the patch names and nothing else. */
	void change(CustomerPatch patch) {
		if (patch.namesFullName()) {
			this.fullName = patch.fullName();
		}
		if (patch.namesEmail()) {
			this.email = patch.email();
		}
	}

	/**
	 * Takes another password, unless it has changed since it was looked at, or the
	 * account is disabled.
	 */
	boolean replacePassword(String seenHash, String nextHash) {
		boolean seen = this.passwordHash.equals(seenHash) && this.status == CustomerStatus.ACTIVE;
		if (seen) {
			this.passwordHash = nextHash;
		}
		return seen;
	}

	void become(CustomerStatus next) {
		this.status = next;
	}

	boolean isAdministrator() {
		return this.roles.contains(Role.ADMIN);
	}

	Credentials credentials() {
		return new Credentials(this.id, this.passwordHash, this.status == CustomerStatus.ACTIVE, roles());
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	String username() {
		return this.username;
	}

	@Nullable String fullName() {
		return this.fullName;
	}

	@Nullable String email() {
		return this.email;
	}

	List<Role> roles() {
		return List.copyOf(this.roles);
	}

	CustomerStatus status() {
		return this.status;
	}

	Instant createdAt() {
		return this.createdAt;
	}

}
