package kz.duken.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The launcher's own files. */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private Json() {
	}

	static <T> T read(Path file, Class<T> type) {
		try {
			return MAPPER.readValue(Files.readString(file), type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JacksonException ex) {
			throw new Refusal(file + " cannot be understood: " + ex.getOriginalMessage(), ex);
		}
	}

	static String write(Object value) {
		return MAPPER.writeValueAsString(value) + "\n";
	}

}
