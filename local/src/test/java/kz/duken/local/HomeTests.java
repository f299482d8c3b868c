package kz.duken.local;

import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HomeTests {

	@TempDir
	Path folder;

	Home home;

	@BeforeEach
	void open() {
		this.home = new Home(this.folder);
	}

	@Test
	void aFolderOfSomebodyElseIsNotCleared() throws Exception {
		Path letter = Files.writeString(Files.createDirectory(this.folder.resolve("data")).resolve("letter"), "mine");

		assertThatExceptionOfType(Refusal.class).isThrownBy(this.home::clear)
			.withMessageContaining("nothing was deleted");
		assertThat(letter).hasContent("mine");
	}

	@Test
	void aFolderOfSomebodyElseIsNotTaken() throws Exception {
		Files.createDirectory(this.folder.resolve("data"));

		assertThatExceptionOfType(Refusal.class).isThrownBy(this.home::claim).withMessageContaining("choose a new one");
		this.home.lock().close();
		assertThatExceptionOfType(Refusal.class).isThrownBy(this.home::clear);
	}

	@Test
	void aStoresFolderIsClearedOfWhatIsTheStores() throws Exception {
		this.home.claim();
		this.home.claim();
		Files.createDirectory(this.home.data());
		this.home.newLog("cart-service");
		Path letter = Files.createFile(this.folder.resolve("letter"));

		this.home.clear();

		assertThat(this.home.data()).doesNotExist();
		assertThat(this.home.log("cart-service")).doesNotExist();
		assertThat(letter).exists();
	}

	@Test
	void aStoreThatLivedHereBeforeFoldersWereClaimedIsAStore() throws Exception {
		this.home.secrets();
		Files.createFile(Files.createDirectory(this.home.data()).resolve("PG_VERSION"));

		this.home.claim();
		this.home.clear();

		assertThat(this.home.data()).doesNotExist();
	}

	@Test
	void whoLooksWhetherAStoreRunsDoesNotTakeIt() throws Exception {
		assertThat(this.home.isLocked()).isFalse();
		assertThat(this.folder.resolve("lock")).doesNotExist();

		try (FileLock taken = this.home.lock()) {
			assertThat(taken.isShared()).isFalse();
		}
		assertThat(this.home.isLocked()).isFalse();
		this.home.checkNotRunning();
	}

}
