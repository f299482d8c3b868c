package kz.duken.customer.key;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.zaxxer.hikari.HikariDataSource;
import kz.duken.commons.problem.DatabaseOutage;
import kz.duken.customer.Api;
import kz.duken.test.AllAtOnce;
import kz.duken.test.ServiceTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ServiceTest
class SigningKeyTests {

	private static final SigningKeyProperties PROPERTIES = new SigningKeyProperties(Duration.ofDays(90),
			Duration.ofMinutes(10), Duration.ofSeconds(30));

	private final SigningKeyRepository keys;

	private final KeyRotation rotation;

	private final JdbcClient database;

	private final Api api;

	@Autowired
	SigningKeyTests(@LocalServerPort int port, JdbcClient database, SigningKeyRepository keys, KeyRotation rotation) {
		this.keys = keys;
		this.rotation = rotation;
		this.database = database;
		this.api = new Api(port, database);
	}

	@Test
	void onlyPublicKeysArePublished() {
		var answer = this.api.send(HttpMethod.GET, "/.well-known/jwks.json", null, new HttpHeaders());

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.headers().getCacheControl()).isEqualTo("max-age=60, public");
		assertThat(answer.body().get("keys")).isNotEmpty().allSatisfy((key) -> {
			assertThat(key.propertyNames()).containsExactlyInAnyOrder("kty", "use", "crv", "kid", "x", "y", "alg");
			assertThat(key.get("crv").asString()).isEqualTo("P-256");
		});
	}

	@Test
	@Transactional
	void theFirstKeySignsAtOnceAndTheNextIsPublishedFirst() throws JOSEException {
		this.database.sql("delete from signing_key").update();
		ECKey first = key("first");
		ECKey second = key("second");

		this.keys.add(first, PROPERTIES.publishedAhead());
		this.keys.add(second, PROPERTIES.publishedAhead());

		KeyRing ring = ring();
		assertThat(ring.signing().getKeyID()).isEqualTo("first");
		assertThat(ring.published().getKeyByKeyId("second")).isEqualTo(second.toPublicJWK());
	}

	@Test
	@Transactional
	void aKeyThatHasSignedForLongGetsASuccessorAndIsForgottenWhenItsTokensAre() throws JOSEException {
		this.database.sql("delete from signing_key").update();
		this.keys.add(key("old"), PROPERTIES.publishedAhead());
		age(Duration.ofDays(91));

		this.rotation.rotate();
		assertThat(ring().published().size()).isEqualTo(2);
		assertThat(ring().signing().getKeyID()).isEqualTo("old");

		age(Duration.ofMinutes(11));
		this.rotation.rotate();
		assertThat(ring().signing().getKeyID()).isNotEqualTo("old");
		assertThat(ring().published().getKeyByKeyId("old")).isNotNull();

		age(Duration.ofHours(1));
		this.rotation.rotate();
		assertThat(ring().published().getKeyByKeyId("old")).isNull();
	}

	@Test
	void instancesThatStartAtOnceAgreeOnOneKey() {
		List<String> before = ids();
		List<StoredKey> saved = this.database.sql("select id, private_jwk from signing_key")
			.query((row, number) -> new StoredKey(row.getString(1), row.getString(2)))
			.list();
		this.database.sql("delete from signing_key").update();

		AllAtOnce.run(6, () -> {
			// who waits too long for his turn, starts again
			Awaitility.await()
				.ignoreExceptionsMatching(
						(ex) -> ex instanceof RuntimeException failure && DatabaseOutage.isOne(failure))
				.until(() -> {
					this.rotation.rotate();
					return true;
				});
			return true;
		});

		assertThat(ids()).hasSize(1).doesNotContainAnyElementsOf(before);
		saved.forEach((key) -> this.database
			.sql("insert into signing_key values (?, ?, clock_timestamp() - interval '10 minutes')")
			.params(key.id(), key.privateJwk())
			.update());
	}

	@Test
	void aKeyThatAnotherInstanceMadeIsFound() throws JOSEException, KeySourceException {
		SigningKeys here = new SigningKeys(this.keys, PROPERTIES, new Ticking());
		String id = "other-" + Api.username();
		JWKSelector selector = new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
		assertThat(here.get(selector, null)).isEmpty();

		this.keys.add(key(id), PROPERTIES.publishedAhead());

		assertThat(here.get(selector, null)).hasSize(1);
	}

	private KeyRing ring() {
		return KeyRing.of(this.keys.findAll());
	}

	private List<String> ids() {
		return this.database.sql("select id from signing_key").query((row, number) -> row.getString(1)).list();
	}

	@Test
	void withoutAConnectionTheLastCopyServesAndWithoutACopyNothingIsSaidOfTheToken(@Autowired HikariDataSource pool)
			throws SQLException, KeySourceException {
		SigningKeyProperties alwaysReread = new SigningKeyProperties(PROPERTIES.signsFor(), PROPERTIES.publishedAhead(),
				Duration.ZERO);
		SigningKeys known = new SigningKeys(this.keys, alwaysReread, Clock.systemUTC());
		SigningKeys fresh = new SigningKeys(this.keys, alwaysReread, Clock.systemUTC());
		JWKSelector any = new JWKSelector(new JWKMatcher.Builder().build());
		List<JWK> before = known.get(any, null);
		List<Connection> taken = new ArrayList<>();
		try {
			Awaitility.await().ignoreExceptionsInstanceOf(SQLTransientConnectionException.class).until(() -> {
				taken.add(pool.getConnection());
				return taken.size() == pool.getMaximumPoolSize();
			});

			assertThat(known.get(any, null)).isNotEmpty().isEqualTo(before);
			assertThatExceptionOfType(RemoteKeySourceException.class).isThrownBy(() -> fresh.get(any, null));
		}
		finally {
			for (Connection connection : taken) {
				connection.close();
			}
		}
	}

	private void age(Duration by) {
		// keys are never changed: they are put back under an earlier time
		List<StoredKeySince> rows = this.database
			.sql("delete from signing_key returning id, private_jwk, signs_from - make_interval(secs => ?) as since")
			.param(by.toSeconds())
			.query((row, number) -> new StoredKeySince(row.getString(1), row.getString(2),
					row.getObject(3, OffsetDateTime.class)))
			.list();
		rows.forEach((row) -> this.database.sql("insert into signing_key values (?, ?, ?)")
			.params(row.id(), row.privateJwk(), row.since())
			.update());
	}

	private static ECKey key(String id) throws JOSEException {
		return new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE)
			.algorithm(JWSAlgorithm.ES256)
			.keyID(id)
			.generate();
	}

	record StoredKey(String id, String privateJwk) {
	}

	record StoredKeySince(String id, String privateJwk, OffsetDateTime since) {
	}

	/** Two seconds pass between any two looks at it. */
	private static final class Ticking extends Clock {

		private Instant now = Instant.parse("2026-01-01T00:00:00Z");

		@Override
		public Instant instant() {
			this.now = this.now.plusSeconds(2);
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
