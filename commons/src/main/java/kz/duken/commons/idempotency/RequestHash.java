package kz.duken.commons.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether two requests with one {@link IdempotencyKey} are the same. They are
 * compared as JSON: the order of properties, white space and the scale of numbers
 * ({@code 100}, {@code 100.00}, {@code 1e2}) do not matter, and a property that is
 * {@code null} is as one that is absent. The last keeps old hashes good when a request
 * gets a new optional property.
 */
public final class RequestHash {

	private RequestHash() {
	}

	/**
	 * The SHA-256 of the canonical form in 64 hexadecimal digits, lower case; equal for
	 * equal requests, today and in later versions.
	 * @param body the request as it was read
	 */
	public static String of(Object body, JsonMapper json) {
		StringBuilder canonical = new StringBuilder();
		write(json.valueToTree(body), canonical, json);
		return HexFormat.of().formatHex(sha256().digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
	}

	private static void write(JsonNode node, StringBuilder canonical, JsonMapper json) {
		switch (node.getNodeType()) {
			case OBJECT -> {
				Map<String, JsonNode> sorted = new TreeMap<>();
				node.properties().forEach((property) -> sorted.put(property.getKey(), property.getValue()));
				sorted.values().removeIf(JsonNode::isNull);
				canonical.append('{');
				sorted.forEach((name, value) -> {
					canonical.append(json.writeValueAsString(name)).append(':');
					write(value, canonical, json);
					canonical.append(',');
				});
				canonical.append('}');
			}
			case ARRAY -> {
				canonical.append('[');
				node.forEach((element) -> {
					write(element, canonical, json);
					canonical.append(',');
				});
				canonical.append(']');
			}
			// not as a plain string, which 1e999999999 would make long
			case NUMBER -> canonical.append(node.decimalValue().stripTrailingZeros());
			default -> canonical.append(node);
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
