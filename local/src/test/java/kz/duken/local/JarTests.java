package kz.duken.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JarTests {

	@TempDir
	Path folder;

	@Test
	void aJarBuiltAgainIsTheSame() throws Exception {
		Jar first = jar("first", "content", 1_000_000_000_000L);
		Jar again = jar("again", "content", 2_000_000_000_000L);

		assertThat(again.fingerprint()).isEqualTo(first.fingerprint());
	}

	@Test
	void aChangedJarIsAnother() throws Exception {
		Jar first = jar("first", "content", 1_000_000_000_000L);
		Jar changed = jar("changed", "other content", 1_000_000_000_000L);

		assertThat(changed.fingerprint()).isNotEqualTo(first.fingerprint());
	}

	private Jar jar(String name, String content, long time) throws IOException {
		Path file = this.folder.resolve(name + ".jar");
		try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
			ZipEntry entry = new ZipEntry("A.class");
			entry.setTime(time);
			jar.putNextEntry(entry);
			jar.write(content.getBytes(StandardCharsets.UTF_8));
		}
		return new Jar(Application.CART, file);
	}

}
