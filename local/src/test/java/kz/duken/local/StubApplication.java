package kz.duken.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;

/** Stands for any application of the store: it is ready at once, and takes no token. */
final class StubApplication {

	private StubApplication() {
	}

	public static void main(String[] arguments) throws IOException {
		int port = Integer.parseInt(System.getenv("SERVER_PORT"));
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
		server.createContext("/", (exchange) -> {
			boolean bearer = exchange.getRequestHeaders().containsKey("Authorization");
			byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(bearer ? 401 : 200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		System.out.println("Ready on port " + port);
	}

}
