package kz.duken.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Files that nobody but the user may read. */
final class PrivateFile {

	private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

	private PrivateFile() {
	}

	/** Writes the whole file or nothing; readers see the old one until then. */
	static void write(Path file, String content) {
		Path folder = file.toAbsolutePath().getParent();
		try {
			Path unfinished = Files.createTempFile(folder(folder), file.getFileName().toString(), "", OWNER_ALONE);
			Files.writeString(unfinished, content);
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path folder(@Nullable Path folder) throws IOException {
		return Files.createDirectories((folder != null) ? folder : Path.of("."));
	}

}
