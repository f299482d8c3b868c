package kz.duken.cart;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import kz.duken.test.TestTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A promo code, as its administrator and the orders that use it call for it. */
final class Promotion {

	private static final String ADMIN = TestTokens.admin(UUID.randomUUID());

	private final Calls calls;

	private final JdbcClient jdbc;

	private final String code;

	/** One that nobody else has. */
	Promotion(RestTestClient client, JdbcClient jdbc) {
		this(new Calls(client), jdbc, "C-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT));
	}

	private Promotion(Calls calls, JdbcClient jdbc, String code) {
		this.calls = calls;
		this.jdbc = jdbc;
		this.code = code;
	}

	/** Another one, which comes after it in the list. */
	Promotion next() {
		return new Promotion(this.calls, this.jdbc, this.code + "X");
	}

	String code() {
		return this.code;
	}

	void make(Map<String, ?> terms) {
		Calls.Answer made = tryToMake(terms);
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.body().path("code").stringValue()).isEqualTo(this.code);
	}

	Calls.Answer tryToMake(Map<String, ?> terms) {
		Map<String, Object> request = new HashMap<>(terms);
		request.put("code", this.code);
		return admin(HttpMethod.POST, "", JsonMapper.shared().writeValueAsString(request));
	}

	Calls.Answer delete() {
		return admin(HttpMethod.DELETE, "/" + this.code, null);
	}

	Calls.Answer admin(HttpMethod method, String path, @Nullable String body) {
		return this.calls.call(method, "/api/promo-codes" + path, ADMIN, body);
	}

	/** How many uses of it stand. */
	int used() {
		return this.jdbc.sql("select used from promo_code where code = ?")
			.param(this.code)
			.query(Integer.class)
			.single();
	}

	String redeem(UUID orderId, UUID customerId) {
		return redeem(orderId, customerId, "5.00", Instant.now().plusSeconds(60));
	}

	/** As an order of a hundred tenge does. */
	String redeem(UUID orderId, UUID customerId, String discount, Instant deadline) {
		String body = JsonMapper.shared()
			.writeValueAsString(Map.of("customerId", customerId, "code", this.code, "sum", new BigDecimal("100.00"),
					"discount", new BigDecimal(discount), "deadline", deadline.toString()));
		return outcome(this.calls.call(HttpMethod.PUT, "/internal/redemptions/" + orderId, Calls.ORDER_SERVICE, body));
	}

	String release(UUID orderId) {
		return outcome(this.calls.call(HttpMethod.PUT, "/internal/redemptions/" + orderId + "/release",
				Calls.ORDER_SERVICE, null));
	}

	private static String outcome(Calls.Answer answer) {
		assertThat(answer.status()).isEqualTo(200);
		JsonNode reason = answer.body().path("reason");
		return answer.body().path("outcome").stringValue() + (reason.isNull() ? "" : " " + reason.stringValue());
	}

}
