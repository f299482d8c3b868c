package kz.duken.order;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TransitionTests {

	@Test
	void aCheckoutOnlyGoesForward() {
		List<String> legal = Stream.of(CheckoutStep.values())
			.flatMap((from) -> Stream.of(CheckoutStep.values()).filter(from::canBecome).map((to) -> from + " " + to))
			.toList();

		assertThat(legal).containsExactly("BEGIN RESERVE", "RESERVE REDEEM", "RESERVE PAY", "RESERVE RELEASE",
				"REDEEM PAY", "REDEEM RELEASE", "PAY FINISH", "PAY RELEASE", "FINISH END", "RELEASE END");
	}

	@Test
	void aShipmentOnlyGoesForward() {
		List<String> legal = Stream.of(ShipmentStatus.values())
			.flatMap((from) -> Stream.of(ShipmentStatus.values()).filter(from::canBecome).map((to) -> from + " " + to))
			.toList();

		assertThat(legal).containsExactly("PREPARING SHIPPED", "PREPARING CANCELLED", "SHIPPED DELIVERED",
				"DELIVERED RECEIVED");
	}

	@Test
	void anOrderStandsWhereItsLeastAdvancedShipmentStands() {
		assertThat(OrderStatus.of(List.of(ShipmentStatus.SHIPPED, ShipmentStatus.PREPARING)))
			.isEqualTo(OrderStatus.CONFIRMED);
		assertThat(OrderStatus.of(List.of(ShipmentStatus.DELIVERED, ShipmentStatus.SHIPPED)))
			.isEqualTo(OrderStatus.SHIPPED);
		assertThat(OrderStatus.of(List.of(ShipmentStatus.RECEIVED, ShipmentStatus.CANCELLED)))
			.isEqualTo(OrderStatus.DELIVERED);
		assertThat(OrderStatus.of(List.of(ShipmentStatus.CANCELLED, ShipmentStatus.CANCELLED)))
			.isEqualTo(OrderStatus.CANCELLED);
	}

}
