package kz.duken.commons.neighbour;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import kz.duken.commons.problem.Unavailable;
import kz.duken.commons.security.InternalAccess;
import kz.duken.commons.security.PublicAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What a call to another service meets when instances of that are not well. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = NeighbourTests.Application.class,
		properties = { "spring.config.import=classpath:duken-defaults.yaml", "spring.application.name=shop-service",
				"duken.schema=none", "eureka.client.enabled=false", "management.server.port=-1",
				"spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
						+ "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
						+ "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration" })
class NeighbourTests {

	private static final Instance ILL = new Instance(Instance.Health.WELL);

	private static final Instance WELL = new Instance(Instance.Health.WELL);

	private static final Instance SILENT = new Instance(Instance.Health.SILENT);

	@TempDir
	private static Path keys;

	@Autowired
	private Mostly mostlyDead;

	@Autowired
	private Pair pair;

	@Autowired
	private Silent silent;

	@Autowired
	private Neighbours neighbours;

	@Autowired
	private ThreadPoolTaskScheduler scheduler;

	@DynamicPropertySource
	static void environment(DynamicPropertyRegistry properties) throws Exception {
		ECKey key = new ECKeyGenerator(Curve.P_256).keyID("shop-service").algorithm(JWSAlgorithm.ES256).generate();
		Path file = Files.writeString(keys.resolve("shop-service.jwk"), key.toJSONString());
		properties.add("DUKEN_PRIVATE_KEY", file::toString);
		properties.add("DUKEN_PUBLIC_KEYS", keys::toString);
		instances(properties, "mostly-dead", WELL, dead(), dead(), dead(), dead());
		instances(properties, "pair", ILL, WELL);
		instances(properties, "silent", SILENT);
	}

	private static void instances(DynamicPropertyRegistry properties, String service, Instance... instances) {
		for (int i = 0; i < instances.length; i++) {
			properties.add("spring.cloud.discovery.client.simple.instances." + service + "[" + i + "].uri",
					instances[i]::uri);
		}
	}

	private static Instance dead() {
		return new Instance(Instance.Health.WELL).gone();
	}

	@AfterEach
	void allIsWell() {
		ILL.becomes(Instance.Health.WELL);
	}

	@Test
	void whoIsDeadCostsNobodyAnErrorHoweverManyAsk() {
		assertThat(atOnce(200, (call) -> this.mostlyDead.write())).containsOnly("1");
	}

	@Test
	void whatABrokenConnectionLostIsAskedElsewhere() {
		ILL.becomes(Instance.Health.HANGS_UP);
		int before = ILL.asked();

		for (int i = 0; i < 10; i++) {
			assertThat(this.pair.read()).isEqualTo("1");
			assertThat(this.pair.putFact()).isEqualTo("1");
			assertThat(this.pair.query()).isEqualTo("1");
		}

		assertThat(ILL.asked()).isGreaterThan(before);
	}

	@Test
	void aConnectionThatDiedInThePoolCostsNobodyAnError() {
		assertThat(atOnce(20, (call) -> this.pair.read())).containsOnly("1");
		ILL.becomes(Instance.Health.HANGS_UP);

		assertThat(atOnce(40, (call) -> this.pair.read())).containsOnly("1");
	}

	@Test
	void whatMayHaveBeenDoneIsNotDoneAgain() {
		ILL.becomes(Instance.Health.HANGS_UP);
		int before = ILL.asked() + WELL.asked();

		List<String> answers = atOnce(10, (call) -> this.pair.write());

		assertThat(answers).contains("1").contains("Unavailable");
		assertThat(ILL.asked() + WELL.asked()).isEqualTo(before + 10);
	}

	@Test
	void whatTookTooLongIsNotAskedAgain() {
		int before = SILENT.asked();

		assertThatExceptionOfType(Unavailable.class)
			.isThrownBy(() -> this.neighbours.named("slow").ask(this.silent::read));

		assertThat(SILENT.asked()).isEqualTo(before + 1);
	}

	@Test
	void nobodyWaitsLongForAConnection() {
		List<Duration> waited = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Duration>> running = new ArrayList<>();
			for (int i = 0; i < 45; i++) {
				running.add(threads.submit(() -> {
					long start = System.nanoTime();
					attempt((call) -> this.silent.read());
					return Duration.ofNanos(System.nanoTime() - start);
				}));
			}
			for (Future<Duration> one : running) {
				waited.add(join(one));
			}
		}

		assertThat(waited).filteredOn((time) -> time.compareTo(Duration.ofMillis(1700)) < 0).hasSize(15);
		assertThat(waited).allMatch((time) -> time.compareTo(Duration.ofSeconds(4)) < 0);
	}

	@Test
	void noTransactionWaitsForANeighbour() {
		Neighbour neighbour = this.neighbours.named("pair");
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try {
			assertThatIllegalStateException().isThrownBy(() -> neighbour.ask(this.pair::read))
				.withMessageContaining("inside a transaction");
		}
		finally {
			TransactionSynchronizationManager.setActualTransactionActive(false);
		}
		assertThat(neighbour.<String>ask(this.pair::read)).isEqualTo("1");
	}

	@Test
	void scheduledTasksHaveThreadsOfTheirOwn() {
		assertThat(this.scheduler.getScheduledThreadPoolExecutor().getCorePoolSize()).isGreaterThanOrEqualTo(8);
	}

	private static List<String> atOnce(int times, Function<Integer, String> call) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> running = new ArrayList<>();
			for (int i = 0; i < times; i++) {
				// a connection has to be free for each, which is another test
				if (i % 20 == 0) {
					running.forEach(NeighbourTests::join);
				}
				running.add(threads.submit(() -> attempt(call)));
			}
			return running.stream().map(NeighbourTests::join).toList();
		}
	}

	private static String attempt(Function<Integer, String> call) {
		try {
			return call.apply(1);
		}
		catch (feign.RetryableException ex) {
			return "Unavailable";
		}
	}

	private static <T> T join(Future<T> running) {
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
	@EnableFeignClients(clients = { Mostly.class, Pair.class, Silent.class })
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
