package kz.duken.commons.neighbour;

import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;

import kz.duken.commons.DefaultsTest;
import kz.duken.commons.security.InternalAccess;
import kz.duken.commons.security.PublicAccess;
import org.junit.jupiter.api.AfterEach;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Services of which some instances are not well. */
@DefaultsTest
abstract class IllNeighbours {

	static final Instance ILL = new Instance(Instance.Health.WELL);

	static final Instance WELL = new Instance(Instance.Health.WELL);

	static final Instance SILENT = new Instance(Instance.Health.SILENT);

	@DynamicPropertySource
	static void instances(DynamicPropertyRegistry properties) {
		instances(properties, "mostly-dead", WELL, Instance.dead(), Instance.dead(), Instance.dead(), Instance.dead());
		instances(properties, "half-gone", WELL, Instance.unreachable());
		instances(properties, "pair", ILL, WELL);
		instances(properties, "silent", SILENT);
		// nobody's slowness is taken for illness, but that of the silent
		for (String service : List.of("mostly-dead", "half-gone", "pair")) {
			String config = "spring.cloud.openfeign.client.config." + service;
			properties.add(config + ".connect-timeout", () -> 500);
			properties.add(config + ".read-timeout", () -> 30_000);
		}
	}

	private static void instances(DynamicPropertyRegistry properties, String service, Instance... instances) {
		for (int i = 0; i < instances.length; i++) {
			properties.add("spring.cloud.discovery.client.simple.instances." + service + "[" + i + "].uri",
					instances[i]::uri);
		}
	}

	@AfterEach
	void allIsWell() {
		ILL.becomes(Instance.Health.WELL);
	}

	/** What is answered, or {@code Unavailable}. */
	static String attempt(Function<Integer, String> call) {
		try {
			return call.apply(1);
		}
		catch (feign.RetryableException ex) {
			return "Unavailable";
		}
	}

	static <T> T join(Future<T> running) {
		try {
			return running.get();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	@FeignClient("mostly-dead")
	interface Mostly {

		@PostMapping("/things")
		String write();

	}

	@FeignClient("half-gone")
	interface HalfGone {

		@PostMapping("/things")
		String write();

	}

	@FeignClient("pair")
	interface Pair {

		@GetMapping("/things")
		String read();

		@PutMapping("/things/1")
		String putFact();

		@OnlyReads
		@PostMapping("/things/query")
		String query();

		@PostMapping("/things")
		String write();

	}

	@FeignClient("silent")
	interface Silent {

		@GetMapping("/things")
		String read();

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EnableFeignClients(clients = { Mostly.class, HalfGone.class, Pair.class, Silent.class })
	static class Application {

		@Bean
		PublicAccess publicAccess() {
			return (requests) -> requests.requestMatchers("/none").permitAll();
		}

		@Bean
		InternalAccess internalAccess() {
			return (requests) -> requests.requestMatchers("/internal/none").denyAll();
		}

	}

}
