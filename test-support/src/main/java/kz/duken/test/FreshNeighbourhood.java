package kz.duken.test;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Takes back what the test before has stubbed. */
class FreshNeighbourhood implements BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) {
		Neighbourhood.reset();
	}

}
