package kz.duken.test;

import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/**
 * One server on loopback that stands for all the neighbours of the service under test.
 */
public final class Neighbourhood {

	static final List<String> SERVICES = List.of("customer-service", "category-service", "product-service",
			"shop-service", "cart-service", "order-service");

	private static final WireMockServer SERVER = start();

	private Neighbourhood() {
	}

	/** Where a test says what the neighbours answer, and sees what they were asked. */
	public static WireMockServer stubs() {
		return SERVER;
	}

	static void reset() {
		SERVER.resetAll();
		SERVER.stubFor(WireMock.get("/.well-known/jwks.json").willReturn(WireMock.okJson(TestTokens.jwks())));
	}

	private static WireMockServer start() {
		WireMockServer server = new WireMockServer(WireMockConfiguration.options()
			.dynamicPort()
			.bindAddress("127.0.0.1")
			.maxRequestJournalEntries(1000)
			.containerThreads(60));
		server.start();
		return server;
	}

}
