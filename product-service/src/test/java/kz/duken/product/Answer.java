package kz.duken.product;

import java.util.List;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;

/** What the service answered, for tests. */
record Answer(int status, HttpHeaders headers, JsonNode body) {

	/** The value at a JSON pointer, as text; {@code null} reads "null". */
	String at(String pointer) {
		return this.body.at(pointer).toString().replace("\"", "");
	}

	/** This property of all items. */
	List<String> items(String property) {
		return StreamSupport.stream(this.body.at("/items").spliterator(), false)
			.map((item) -> item.at("/" + property).toString().replace("\"", ""))
			.toList();
	}

	String slug() {
		return at("/type").replace("/problems/", "");
	}

	String nextCursor() {
		return at("/nextCursor");
	}

}
