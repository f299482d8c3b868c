package kz.duken.customer.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch (RFC 7396): what is absent stays, {@code null} clears. No record, since a
 * record cannot tell one from the other.
 */
final class CustomerPatch {

	@Size(max = 100)
	@Pattern(regexp = Details.TEXT, message = Details.TEXT_MESSAGE)
	private @Nullable String fullName;

	private boolean namesFullName;

	@Size(max = 254)
	@Email
	@Pattern(regexp = Details.TEXT, message = Details.TEXT_MESSAGE)
	private @Nullable String email;

	private boolean namesEmail;

	@JsonProperty("fullName")
	void patchFullName(@Nullable String fullName) {
		this.fullName = Details.cleaned(fullName);
		this.namesFullName = true;
	}

	@JsonProperty("email")
	void patchEmail(@Nullable String email) {
		this.email = Details.cleaned(email);
		this.namesEmail = true;
	}

	boolean namesFullName() {
		return this.namesFullName;
	}

	@Nullable String fullName() {
		return this.fullName;
	}

	boolean namesEmail() {
		return this.namesEmail;
	}

	@Nullable String email() {
		return this.email;
	}

}
