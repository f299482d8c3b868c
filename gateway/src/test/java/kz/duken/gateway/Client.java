package kz.duken.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A client that sends exactly the bytes it is given. */
record Client(int port) {

	/** Sends a request without a body. */
	Answer send(String method, String target, String... headers) throws IOException {
		return raw("%s %s HTTP/1.1\r\nHost: store.test\r\nConnection: close\r\n%s\r\n".formatted(method, target,
				lines(headers)));
	}

	Answer sendBody(String method, String target, String body, String... headers) throws IOException {
		return raw("%s %s HTTP/1.1\r\nHost: store.test\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n%s"
			.formatted(method, target, body.length(), lines(headers), body));
	}

	Answer sendChunked(String method, String target, String chunk, int times, String... headers) throws IOException {
		String part = "%x\r\n%s\r\n".formatted(chunk.length(), chunk);
		return raw(
				"%s %s HTTP/1.1\r\nHost: store.test\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n%s\r\n%s0\r\n\r\n"
					.formatted(method, target, lines(headers), part.repeat(times)));
	}

	Answer raw(String bytes) throws IOException {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			try {
				socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
			}
			catch (IOException ex) {
				// an answer may come before the body is through
			}
			var answer = new ByteArrayOutputStream();
			try {
				socket.getInputStream().transferTo(answer);
			}
			catch (IOException ex) {
				// what has come until then
			}
			return new Answer(answer.toString(StandardCharsets.UTF_8));
		}
	}

	private static String lines(String... headers) {
		return (headers.length == 0) ? "" : String.join("\r\n", headers) + "\r\n";
	}

	record Answer(String raw) {

		int status() {
			return Integer.parseInt(this.raw.split(" ", 3)[1]);
		}

		String head() {
			int end = this.raw.indexOf("\r\n\r\n");
			return (end < 0) ? this.raw : this.raw.substring(0, end);
		}

		String body() {
			int end = this.raw.indexOf("\r\n\r\n");
			return (end < 0) ? "" : this.raw.substring(end + 4);
		}

		List<String> headers(String name) {
			var values = new ArrayList<String>();
			for (String line : head().lines().toList()) {
				if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
					values.add(line.substring(name.length() + 1).strip());
				}
			}
			return values;
		}

		/** The slug of a problem document that is complete, else what came instead. */
		String problem() {
			boolean complete = headers("Content-Type").equals(List.of("application/problem+json"))
					&& body().contains("\"title\"") && body().contains("\"detail\"") && body().contains("\"instance\"")
					&& body().matches("(?s).*\"traceId\":\"[0-9a-f]{32}\".*")
					&& body().contains("\"status\":" + status());
			return complete ? body().replaceFirst("(?s).*\"type\":\"/problems/([a-z-]+)\".*", "$1") : this.raw;
		}

	}

}
