package kz.duken.system;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** A proof whose outcome stands in the {@link Report}. */
final class Reported implements BeforeAllCallback, AfterAllCallback, TestWatcher {

	@Override
	public void beforeAll(ExtensionContext context) {
		Report.begin();
		context.getRoot()
			.getStore(ExtensionContext.Namespace.GLOBAL)
			.computeIfAbsent("the end of the report", (_) -> (AutoCloseable) Report::end, AutoCloseable.class);
	}

	/** A store that does not come up is a failure too. */
	@Override
	public void afterAll(ExtensionContext context) {
		context.getExecutionException()
			.ifPresent((cause) -> Report.failed(context.getRequiredTestClass().getSimpleName(), cause));
	}

	@Override
	public void testSuccessful(ExtensionContext context) {
		Report.passed();
	}

	@Override
	public void testFailed(ExtensionContext context, Throwable cause) {
		Report.failed(context.getRequiredTestClass().getSimpleName() + " " + context.getDisplayName(), cause);
	}

}
