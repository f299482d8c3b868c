package kz.duken.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeMap;

import com.github.tomakehurst.wiremock.WireMockServer;

import org.springframework.test.context.DynamicPropertyRegistry;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

/** The services as the gateway sees them. */
final class Upstreams {

	private static final Map<String, WireMockServer> RUNNING = new TreeMap<>();

	private Upstreams() {
	}

	/** The only, living instance of a service. */
	static synchronized WireMockServer of(String service) {
		return RUNNING.computeIfAbsent(service, (name) -> {
			var server = new WireMockServer(options().dynamicPort().stubCorsEnabled(false));
			server.start();
			return server;
		});
	}

	static void register(DynamicPropertyRegistry registry, String service, Integer... ports) {
		for (int i = 0; i < ports.length; i++) {
			String address = "http://127.0.0.1:" + ports[i];
			registry.add("spring.cloud.discovery.client.simple.instances.%s[%d].uri".formatted(service, i),
					() -> address);
		}
	}

	/** A port that nobody listens on. */
	static int nobody() {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
