package kz.duken.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeysTests {

	@TempDir
	Path folder;

	Path privateFile;

	Path publicFile;

	@BeforeEach
	void make() {
		this.privateFile = this.folder.resolve("private").resolve("cart-service.jwk");
		this.publicFile = this.folder.resolve("public").resolve("cart-service.jwk");
		makeAgain();
	}

	@Test
	void aKeyIsNamedAfterItsService() throws Exception {
		ECKey key = ECKey.parse(Files.readString(this.privateFile));

		assertThat(key.getKeyID()).isEqualTo("cart-service");
		assertThat(key.getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
		assertThat(key.isPrivate()).isTrue();
	}

	@Test
	void onlyThePublicHalfIsPublished() throws Exception {
		ECKey published = ECKey.parse(Files.readString(this.publicFile));

		assertThat(published.isPrivate()).isFalse();
		assertThat(published).isEqualTo(ECKey.parse(Files.readString(this.privateFile)).toPublicJWK());
	}

	@Test
	void thePrivateHalfIsTheOwnersAlone() throws Exception {
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.privateFile)))
			.isEqualTo("rw-------");
	}

	@Test
	void aKeyIsMadeOnceAndPublishedAlways() throws Exception {
		String made = Files.readString(this.privateFile);
		Files.delete(this.publicFile);

		makeAgain();

		assertThat(this.privateFile).hasContent(made);
		assertThat(this.publicFile).exists();
	}

	@Test
	void aBrokenKeyIsToldAndNotReplaced() throws Exception {
		Files.writeString(this.privateFile, "{}");

		assertThatExceptionOfType(Refusal.class).isThrownBy(this::makeAgain)
			.withMessageContaining(this.privateFile.toString());
	}

	private void makeAgain() {
		Keys.make(Application.CART, this.privateFile, this.folder.resolve("public"));
	}

}
