package kz.duken.commons.problem;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a time as RFC 3339 writes it; Jackson would take a number of seconds too. */
class TimeDeserializer extends StdScalarDeserializer<Instant> {

	TimeDeserializer() {
		super(Instant.class);
	}

	@Override
	public Instant deserialize(JsonParser json, DeserializationContext context) {
		if (!json.hasToken(JsonToken.VALUE_STRING)) {
			return (Instant) context.handleUnexpectedToken(Instant.class, json);
		}
		try {
			return Instant.parse(json.getString());
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException("must be a time such as 2027-01-31T18:00:00Z", ex);
		}
	}

}
