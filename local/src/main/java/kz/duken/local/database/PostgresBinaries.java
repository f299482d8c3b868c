package kz.duken.local.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import com.sun.security.auth.module.UnixSystem;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL as zonky ships them, unpacked once per user and version into
 * his cache folder. Several processes may unpack at the same time: the first whole copy
 * wins.
 */
final class PostgresBinaries {

	private static final long LEAST_FREE_MEGABYTES = 200;

	private final Path home;

	private PostgresBinaries(Path home) {
		this.home = home;
	}

	static PostgresBinaries unpacked() {
		String archive = "/postgres-%s-%s.txz".formatted(platform(), architecture());
		try {
			Path home = cache().resolve("postgresql-" + checksum(archive));
			if (!Files.isDirectory(home)) {
				try (InputStream packed = open(archive)) {
					unpack(packed, home);
				}
			}
			return new PostgresBinaries(home);
		}
		catch (FileSystemException ex) {
			throw new DatabaseNotStarted(
					"PostgreSQL could not be unpacked: %s (%s); XDG_CACHE_HOME can name another folder".formatted(
							ex.getFile(), Objects.requireNonNullElse(ex.getReason(), "it may not be written")),
					ex);
		}
		catch (IOException ex) {
			throw new DatabaseNotStarted("PostgreSQL could not be unpacked: " + ex.getMessage(), ex);
		}
	}

	/** What runs a program of PostgreSQL: its path and, for root, who it runs as. */
	List<String> command(String program) {
		List<String> command = new ArrayList<>();
		if (new UnixSystem().getUid() == 0) {
			// PostgreSQL refuses root; in a user namespace of its own it is nobody to
			// itself, and still owns its files
			command.add("unshare");
			command.add("--user");
		}
		command.add(this.home.resolve("bin").resolve(program).toString());
		return command;
	}

	/** Unpacks all of an archive or nothing. */
	static void unpack(InputStream archive, Path home) throws IOException {
		Files.createDirectories(home.getParent());
		long free = Files.getFileStore(home.getParent()).getUsableSpace() / 1_000_000;
		if (free < LEAST_FREE_MEGABYTES) {
			throw new IOException("%s has %d MB left on its disk, it needs %d: free some".formatted(home.getParent(),
					free, LEAST_FREE_MEGABYTES));
		}
		Path unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
		try {
			untar(archive, unfinished);
			Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			// another process may have been quicker
			if (!Files.isDirectory(home)) {
				throw ex;
			}
		}
		finally {
			FileTree.delete(unfinished);
		}
	}

	private static void untar(InputStream archive, Path folder) throws IOException {
		Process tar = new ProcessBuilder("tar", "-x", "-f", "-", "-C", folder.toString()).redirectErrorStream(true)
			.start();
		IOException failure = null;
		try (InputStream packed = new XZInputStream(archive); OutputStream files = tar.getOutputStream()) {
			packed.transferTo(files);
		}
		catch (IOException ex) {
			failure = ex;
		}
		tar.getOutputStream().close();
		String complaint = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (Programs.exitOf(tar) != 0 && !complaint.isBlank()) {
			// it knows why the pipe broke
			throw new IOException("tar: " + complaint.lines().findFirst().orElse(""), failure);
		}
		if (failure != null) {
			throw failure;
		}
	}

	private static String checksum(String archive) throws IOException {
		CRC32 checksum = new CRC32();
		try (InputStream packed = new CheckedInputStream(open(archive), checksum)) {
			packed.transferTo(OutputStream.nullOutputStream());
		}
		return "%08x".formatted(checksum.getValue());
	}

	private static InputStream open(String archive) throws IOException {
		InputStream packed = PostgresBinaries.class.getResourceAsStream(archive);
		if (packed == null) {
			throw new IOException("there are no binaries for this platform (" + archive + ")");
		}
		return packed;
	}

	private static Path cache() throws IOException {
		String configured = System.getenv("XDG_CACHE_HOME");
		Path cache = (configured != null && !configured.isBlank()) ? Path.of(configured)
				: Path.of(System.getProperty("user.home"), ".cache");
		Path ours = cache.resolve("duken");
		try {
			Files.createDirectories(ours);
		}
		catch (FileAlreadyExistsException ex) {
			throw new IOException(ours + " is not a folder", ex);
		}
		return ours;
	}

	private static String platform() {
		String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		return name.startsWith("mac") ? "darwin" : name;
	}

	private static String architecture() {
		return switch (System.getProperty("os.arch")) {
			case "amd64", "x86_64" -> "x86_64";
			case "aarch64", "arm64" -> "arm_64";
			case String other -> other;
		};
	}

}
