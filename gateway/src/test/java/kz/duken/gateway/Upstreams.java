package kz.duken.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.tomakehurst.wiremock.WireMockServer;

import org.springframework.test.context.DynamicPropertyRegistry;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

/** The services as the gateway sees them. */
final class Upstreams {

	private static final Map<String, WireMockServer> RUNNING = new TreeMap<>();

	private static final List<Socket> SILENT = new CopyOnWriteArrayList<>();

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

	/** A port that nobody listens on, and that nobody else gets. */
	static int nobody() {
		var socket = new Socket();
		SILENT.add(socket);
		try {
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
