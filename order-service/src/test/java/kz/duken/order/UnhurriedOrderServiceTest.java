package kz.duken.order;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/**
 * As {@link OrderServiceTest}, but no time is ever over: neither that of a request, nor a
 * lease, nor that of a call. Nobody goes on with what is left unless the test asks the
 * {@link CheckoutPoller} to.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OrderServiceTest
@TestPropertySource(properties = { "duken.checkout.budget=1m", "duken.checkout.lease=1m", "duken.checkout.poll=1h",
		"duken.checkout.batch=10", "spring.cloud.openfeign.client.config.default.read-timeout=30000" })
@interface UnhurriedOrderServiceTest {

}
