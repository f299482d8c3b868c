package kz.duken.order;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The times of shipments.
 *
 * @param receivedAfter how long after its delivery a shipment is taken for received
 * @param sweep how often such ones are looked for
 */
@ConfigurationProperties("duken.shipment")
record ShipmentProperties(Duration receivedAfter, Duration sweep) {
}
