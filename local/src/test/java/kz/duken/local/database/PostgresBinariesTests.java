package kz.duken.local.database;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PostgresBinariesTests {

	@TempDir
	Path cache;

	@Test
	void whatCannotBeUnpackedLeavesNothing() throws Exception {
		assertThatIOException()
			.isThrownBy(() -> PostgresBinaries.unpack(packed("no tape archive"), this.cache.resolve("postgresql")))
			.withMessageStartingWith("tar: tar: This does not look like a tar archive")
			.withMessageNotContaining("\n");
		assertThat(this.cache).isEmptyDirectory();
	}

	@Test
	void aTornArchiveLeavesNothing() {
		assertThatIOException().isThrownBy(() -> PostgresBinaries.unpack(new ByteArrayInputStream(new byte[100]),
				this.cache.resolve("postgresql")));
		assertThat(this.cache).isEmptyDirectory();
	}

	private static InputStream packed(String content) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (XZOutputStream out = new XZOutputStream(packed, new LZMA2Options())) {
			out.write(content.repeat(1000).getBytes(StandardCharsets.UTF_8));
		}
		return new ByteArrayInputStream(packed.toByteArray());
	}

}
