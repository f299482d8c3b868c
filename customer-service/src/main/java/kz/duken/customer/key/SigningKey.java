package kz.duken.customer.key;

import java.text.ParseException;
import java.time.Instant;

import com.nimbusds.jose.jwk.ECKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import kz.duken.customer.SavedOnce;
import org.hibernate.annotations.Immutable;

/** A key signs from its time until the next one does. */
@Entity
@Immutable
class SigningKey implements SavedOnce<String> {

	@Id
	private String id;

	private String privateJwk;

	@Column
	private Instant signsFrom;

	@SuppressWarnings("NullAway.Init")
	protected SigningKey() {
	}

	SigningKey(ECKey key, Instant signsFrom) {
		this.id = key.getKeyID();
		this.privateJwk = key.toJSONString();
		this.signsFrom = signsFrom;
	}

	ECKey key() {
		try {
			return ECKey.parse(this.privateJwk);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("A signing key cannot be read", ex);
		}
	}

	@Override
	public String getId() {
		return this.id;
	}

}
