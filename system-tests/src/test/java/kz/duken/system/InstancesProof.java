package kz.duken.system;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With two instances of a service it does not matter to anybody that one of them stops,
 * dies or comes back. People ask all the time and repeat nothing. Only with
 * {@code -Pproof}.
 */
@ExtendWith(Reported.class)
@EnabledIfSystemProperty(named = "proof", matches = "true")
@Order(Integer.MAX_VALUE - 2)
class InstancesProof {

	private static final Duration OUT_OF_ROTATION = Duration.ofSeconds(15);

	private static final Duration IN_ROTATION = Duration.ofSeconds(10);

	private static final Duration SETTLING = Duration.ofSeconds(5);

	/**
	 * A connection that was used just now is used again without a look at it, and what
	 * may not be repeated by others than the client then ends in 503.
	 */
	private static final Duration NOTICED = Duration.ofMillis(200);

	/** Each of whom asks for one thing at a time. */
	private static final int BUYERS = 3;

	@BeforeAll
	static void up() {
		Store.upTwice();
	}

	@AfterEach
	void allIsWellAgain() {
		Patience.until(Processes::isWell);
		Patience.until(InstancesProof::areAllRegistered);
		assertThat(Store.run("audit", "--wait", "30")).as("the audit").isZero();
	}

	private static boolean areAllRegistered() {
		return Store.instances()
			.stream()
			.allMatch((instance) -> Processes.registered(service(instance)).contains(Store.proxy(instance).port()));
	}

	private static String service(String instance) {
		return instance.replaceFirst("-2$", "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "order-service", "cart-service", "shop-service", "customer-service", "product-service",
			"category-service" })
	void aRollingRestartLosesNoRequest(String service) {
		try (SteadyLoad load = SteadyLoad.ofBuyers(BUYERS)) {
			for (String instance : List.of(service, service + "-2")) {
				ProcessHandle old = Store.process(instance);
				Store.signal("TERM", old);
				Patience.until(() -> !Processes.runs(old));
				Patience.until(() -> Processes.isWell() && areAllRegistered());
				load.goOn(SETTLING);
			}
			load.end();
			load.checkNothingFailed();
			load.checkBought();
			Report.line("Rolling restart of %s: %s, none lost".formatted(service, load.done()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "order-service-2", "cart-service-2", "shop-service-2", "customer-service-2",
			"product-service-2", "category-service-2" })
	void aDeadInstanceCostsNobodyAnError(String instance) {
		try (SteadyLoad load = SteadyLoad.ofBuyers(BUYERS)) {
			load.goOn(SETTLING);
			Instant[] killed = new Instant[1];
			Duration[] gone = new Duration[1];
			int[] callers = new int[1];
			Processes.unattended(() -> {
				ProcessHandle process = Store.process(instance);
				Store.signal("KILL", process);
				killed[0] = Instant.now();
				Patience.until(() -> !Processes.registered(service(instance)).contains(Store.proxy(instance).port()));
				gone[0] = Duration.between(killed[0], Instant.now());
				load.goOn(Duration.between(Instant.now(), killed[0].plus(OUT_OF_ROTATION)));
				callers[0] = Store.proxy(instance).callersWithin(SETTLING);
			});
			Patience.until(Processes::isWell);
			Instant ready = Instant.now();
			long before = Store.proxy(instance).requests();
			Patience.until(() -> Store.proxy(instance).requests() > before);
			Duration back = Duration.between(ready, Instant.now());
			load.end();
			Instant noticed = killed[0].plus(NOTICED);
			load.checkNothingFailedSince(noticed);
			load.checkBought();
			assertThat(load.failedBefore(noticed)).as("under way at its death").isLessThanOrEqualTo(BUYERS);
			assertThat(gone[0]).as("out of the registry").isLessThanOrEqualTo(OUT_OF_ROTATION);
			assertThat(callers[0]).as("calls for who is out of rotation").isZero();
			assertThat(back).as("in rotation").isLessThanOrEqualTo(IN_ROTATION);
			Report.line(("%s killed: %s, none failed that was asked 0.2 s after its death, %d before; "
					+ "out of the registry after %.1f s, called by nobody after 15; asked again %.1f s after it was ready")
				.formatted(instance, load.done(), load.failedBefore(noticed), gone[0].toMillis() / 1000.0,
						back.toMillis() / 1000.0));
		}
	}

	@Test
	void nobodyMissesTheRegistryForTwentySeconds() {
		try (SteadyLoad load = SteadyLoad.ofBuyers(BUYERS)) {
			load.goOn(SETTLING);
			Processes.unattended(() -> {
				Store.signal("KILL", Store.process("discovery"));
				load.goOn(Duration.ofSeconds(20));
			});
			Patience.until(() -> Processes.isWell() && areAllRegistered());
			load.goOn(SETTLING);
			load.end();
			load.checkNothingFailed();
			load.checkBought();
			Report.line("Discovery dead for 20 s: %s, none failed".formatted(load.done()));
		}
	}

	@Test
	void aDeadGatewayForgetsNothing() {
		Wares wares = Wares.offered("100", 10);
		Person customer = Person.registered().withMoney("1000");
		wares.intoCartOf(customer, 2).expect(201);
		Answer order = customer.order(Person.newKey(), "200").expect(201);
		ProcessHandle gateway = Store.process("gateway");

		Store.signal("KILL", gateway);
		Patience.until(() -> !Processes.runs(gateway));

		Answer same = Patience.definite(() -> customer.get(order.header("Location"))).expect(200);
		assertThat(same.body()).isEqualTo(order.body());
		assertThat(customer.balance()).isEqualTo("800.00");
		assertThat(wares.stock()).isEqualTo(8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "order-service", "cart-service", "customer-service", "shop-service" })
	void browsingGoesOnWithout(String service) {
		Outage outage = new Outage(service);
		try (SteadyLoad load = SteadyLoad.ofVisitors(!service.equals("shop-service"))) {
			load.goOn(SETTLING);
			Processes.unattended(() -> {
				for (String instance : List.of(service, service + "-2")) {
					ProcessHandle process = Store.process(instance);
					Store.signal("KILL", process);
					Patience.until(() -> !Processes.runs(process));
				}
				// while it is still registered, and when nobody is any more
				outage.check();
				load.goOn(Duration.ofSeconds(20));
				outage.check();
			});
			load.end();
			load.checkNothingFailed();
			Report.line("Browsing for 20 s without %s: %s, none failed".formatted(service, load.done()));
		}
		Patience.until(Processes::isWell);
		outage.checkAfterwards();
	}

}
