package kz.duken.system;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the gateway answered; the body is a missing node when there was none. */
record Answer(String call, int status, HttpHeaders headers, JsonNode body) {

	/** Insists on the status, and tells the whole answer otherwise. */
	Answer expect(int expected) {
		assertThat(this.status).as("%s answered %s", this.call, this.body).isEqualTo(expected);
		return this;
	}

	/** Insists on a problem with this slug, as the contract describes problems. */
	Answer expectProblem(int expected, String slug) {
		expect(expected);
		assertThat(header("Content-Type")).startsWith("application/problem+json");
		assertThat(text("/type")).as(this.call).endsWith("/problems/" + slug);
		assertThat(text("/title")).isNotBlank();
		assertThat(text("/detail")).isNotBlank();
		assertThat(text("/traceId")).isNotBlank();
		return this;
	}

	String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	/** Seconds, as an answer must say that asks to come again: a minute or so at most. */
	int retryAfter() {
		assertThat(header("Retry-After")).as("%s: Retry-After", this.call).matches("[1-9]|[1-5]\\d|6[01]");
		return Integer.parseInt(header("Retry-After"));
	}

	JsonNode at(String pointer) {
		return this.body.at(pointer);
	}

	String text(String pointer) {
		return this.body.at(pointer).asString("");
	}

	/** Of the problem; empty when it is none. */
	String slug() {
		return text("/type").replaceFirst(".*/", "");
	}

	long whole(String pointer) {
		return this.body.at(pointer).asLong();
	}

}
