package kz.duken.order;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The times of checkout and cancellation.
 *
 * @param budget how long a request waits for the end before it answers 202
 * @param tills how many requests of an instance may be ordering at once
 * @param looks how many requests of an instance may ask at once how an order stands
 * @param queue how long one waits for its turn before it is told to come again; part of
 * the budget
 * @param lease how long whoever works on an order or a settlement has it for himself;
 * longer than any single call
 * @param poll how often each instance looks for work whose lease has run out
 * @param overdue how often orders beyond their deadline are counted
 * @param deadline how long after placing an order it may still be reserved and paid
 * @param firstPause the pause before a neighbour that did not answer is asked again; each
 * further one is twice as long
 * @param batch how many orders, and as many settlements, an instance has taken over at a
 * time
 */
@Validated
@ConfigurationProperties("duken.checkout")
record CheckoutProperties(Duration budget, @Min(1) int tills, @Min(1) int looks, Duration queue, Duration lease,
		Duration poll, Duration overdue, Duration deadline, Duration firstPause, @Min(1) @Max(100) int batch) {
}
