package kz.duken.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Folders of throw-away databases, named after the JVM that made them. */
final class TemporaryFolders {

	private static final Pattern NAME = Pattern.compile("duken-test-(\\d+)-.*");

	private TemporaryFolders() {
	}

	static Path create() {
		try {
			return Files.createTempDirectory("duken-test-" + ProcessHandle.current().pid() + "-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Stops and deletes what killed JVMs of this user have left. */
	static void sweep() {
		for (Path folder : ours()) {
			Matcher name = NAME.matcher(folder.getFileName().toString());
			if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
				try {
					EmbeddedDatabase.stop(folder.resolve("data"));
					FileTree.delete(folder);
				}
				catch (UncheckedIOException | DatabaseNotStarted ex) {
					// another sweep is at it, or it is not ours: nothing depends on it
				}
			}
		}
	}

	private static List<Path> ours() {
		try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return folders.filter((folder) -> NAME.matcher(folder.getFileName().toString()).matches())
				.filter(Files::isDirectory)
				.filter(Files::isWritable)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
