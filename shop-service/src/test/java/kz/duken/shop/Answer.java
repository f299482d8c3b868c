package kz.duken.shop;

import java.util.UUID;

import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;

/** What the service answered. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

	public String slug() {
		return text("/type").replaceFirst(".*/problems/", "");
	}

	/** The place of the first error. */
	public String pointer() {
		return this.body.at("/errors/0/pointer").stringValue("none");
	}

	/** The text at a JSON pointer, empty when there is none. */
	public String text(String pointer) {
		return this.body.at(pointer).asString("");
	}

	public int number(String pointer) {
		return this.body.at(pointer).asInt(-1);
	}

	public UUID id() {
		return UUID.fromString(text("/id"));
	}

	public String eTag() {
		return String.valueOf(this.headers.getETag());
	}

	public JsonNode items() {
		return this.body.path("items");
	}

}
