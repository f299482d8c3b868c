package kz.duken.order;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/** What is promised of times holds with those that the service is shipped with. */
class TimesTests {

	private final ApplicationContextRunner shipped = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withUserConfiguration(Times.class);

	@Test
	void theOrderOfADeadDriverIsTakenOverWithinSixSeconds() {
		this.shipped.run((context) -> {
			CheckoutProperties times = context.getBean(CheckoutProperties.class);
			// a look that finds all places taken waits for as long as it then rests
			Duration betweenLooks = times.poll().plus(times.poll());

			assertThat(times.lease().plus(betweenLooks)).isLessThan(Duration.ofSeconds(6));
		});
	}

	@Test
	void aLeaseIsLongerThanAnyCall() {
		this.shipped.run((context) -> {
			String neighbours = "spring.cloud.openfeign.client.config.default.";
			Environment environment = context.getEnvironment();
			long connect = environment.getRequiredProperty(neighbours + "connect-timeout", Long.class);
			long read = environment.getRequiredProperty(neighbours + "read-timeout", Long.class);

			assertThat(context.getBean(CheckoutProperties.class).lease())
				.isGreaterThan(Duration.ofMillis(2 * connect + read));
		});
	}

	@Test
	void aCheckoutExpiresAfterTenMinutes() {
		this.shipped.run((context) -> assertThat(context.getBean(CheckoutProperties.class).deadline())
			.isEqualTo(Duration.ofMinutes(10)));
	}

	@Test
	void aDeliveryIsTakenForReceivedAfterThreeDays() {
		this.shipped.run((context) -> assertThat(context.getBean(ShipmentProperties.class).receivedAfter())
			.isEqualTo(Duration.ofDays(3)));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ CheckoutProperties.class, ShipmentProperties.class })
	static class Times {

	}

}
