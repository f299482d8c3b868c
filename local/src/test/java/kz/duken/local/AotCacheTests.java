package kz.duken.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AotCacheTests {

	@TempDir
	Path folder;

	final HttpClient http = HttpClient.newHttpClient();

	@Test
	void aTrainingThatFailsIsTriedAgainButNotForEver() throws Exception {
		AotCache cache = new AotCache(jar(), new Home(this.folder.resolve("home")));

		assertThat(fail(cache)).isFalse();
		assertThat(cache.isPrepared()).isFalse();
		fail(cache);
		assertThat(cache.isPrepared()).isFalse();
		fail(cache);

		assertThat(cache.isPrepared()).isTrue();
		assertThat(cache.isGivenUp()).isTrue();
	}

	private boolean fail(AotCache cache) throws Exception {
		// no jar that could be unpacked, as little as one that could be trained
		cache.unpack();
		return cache.finish(new ProcessBuilder("false").start(), Ports.free(1).getFirst(), this.http);
	}

	private Jar jar() throws IOException {
		Path file = this.folder.resolve("cart-service.jar");
		try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
			jar.putNextEntry(new ZipEntry("A.class"));
		}
		return new Jar(Application.CART, file);
	}

}
