package kz.duken.system;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** A proof whose outcome stands in the {@link Report}. */
final class Reported implements BeforeAllCallback, TestWatcher {

	@Override
	public void beforeAll(ExtensionContext context) {
		Report.begin();
		context.getRoot()
			.getStore(ExtensionContext.Namespace.GLOBAL)
			.computeIfAbsent("the end of the report", (_) -> (AutoCloseable) Report::end, AutoCloseable.class);
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
