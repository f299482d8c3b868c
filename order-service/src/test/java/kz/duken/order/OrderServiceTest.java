package kz.duken.order;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import kz.duken.test.ServiceTest;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The service with its {@link Store} and {@link Neighbours} around it, its times made
 * short.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import({ Store.class, Neighbours.class, OpenOrders.class, Crashes.class })
@TestPropertySource(properties = { "duken.checkout.budget=3s", "duken.checkout.lease=1s", "duken.checkout.poll=200ms" })
@interface OrderServiceTest {

}
