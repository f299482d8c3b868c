package kz.duken.system;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks back on all journeys: none of the operations that the store promises has been
 * left out. So it is the last one, and says nothing without the others.
 */
@Order(Integer.MAX_VALUE)
class EveryOperationJourney {

	@Test
	void eachOperationHasSucceededInSomeJourney() {
		assertThat(Contract.unanswered()).as("operations without a successful answer in these journeys").isEmpty();
	}

}
