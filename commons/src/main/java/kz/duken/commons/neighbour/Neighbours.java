package kz.duken.commons.neighbour;

import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;

/** Makes the doors to other services. */
public class Neighbours {

	private final CircuitBreakerFactory<?, ?> breakers;

	Neighbours(CircuitBreakerFactory<?, ?> breakers) {
		this.breakers = breakers;
	}

	/**
	 * The door to a service.
	 * @param name its name in the registry, such as {@code shop-service}
	 */
	public Neighbour named(String name) {
		return new Neighbour(name, this.breakers.create(name));
	}

}
