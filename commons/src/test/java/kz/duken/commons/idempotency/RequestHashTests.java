package kz.duken.commons.idempotency;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class RequestHashTests {

	private final JsonMapper json = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	@Test
	void requestsAreComparedAsJson() {
		assertThat(hash("{\"b\": [1, {\"y\": 2}], \"a\": 100.00}")).isEqualTo(hash("{\"a\":1e2,\"b\":[1.0,{\"y\":2}]}"))
			.hasSize(64);
	}

	@Test
	void nullIsAsAbsent() {
		assertThat(hash("{\"a\": null, \"b\": 0.0}")).isEqualTo(hash("{\"b\": 0}"));
	}

	@Test
	void otherRequestsHaveOtherHashes() {
		assertThat(new String[] { hash("{\"a\": 1}"), hash("{\"a\": \"1\"}"), hash("{\"a\": 1.01}"),
				hash("{\"a\": true}"), hash("{\"b\": 1}"), hash("{\"a\": [1]}"), hash("{\"a\": [1, 2]}"),
				hash("{\"a\": [2, 1]}"), hash("{\"a\": {\"b\": 1}}"), hash("{\"a\": \"1,\"}"), hash("{}"), hash("[]") })
			.doesNotHaveDuplicates();
	}

	@Test
	void hugeNumbersCostNothing() {
		assertThat(hash("{\"a\": 1e99999}")).isNotEqualTo(hash("{\"a\": 1e99998}"));
	}

	private String hash(String body) {
		return RequestHash.of(this.json.readTree(body), this.json);
	}

}
