package kz.duken.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/** The executable jar of an application, as the build makes it. */
record Jar(Application application, Path file) {

	static Jar of(Application application) {
		Path project = Path.of(System.getProperty("duken.project", "."));
		Path file = project.resolve(application.title())
			.resolve("target")
			.resolve(application.title() + ".jar")
			.toAbsolutePath()
			.normalize();
		if (!Files.isRegularFile(file)) {
			throw new Refusal(file + " is missing: 'mvn package -DskipTests' makes it");
		}
		return new Jar(application, file);
	}

	/** The same for jars with the same content, however often they were built. */
	String fingerprint() {
		CRC32 content = new CRC32();
		try (ZipFile zip = new ZipFile(this.file.toFile())) {
			zip.stream()
				.filter((entry) -> !entry.isDirectory())
				.map((entry) -> "%s %d".formatted(entry.getName(), entry.getCrc()))
				.sorted()
				.forEach((entry) -> content.update(entry.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new Refusal(this.file + " is no whole jar: 'mvn clean package -DskipTests' makes a new one", ex);
		}
		return "%08x".formatted(content.getValue());
	}

}
