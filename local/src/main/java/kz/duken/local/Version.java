package kz.duken.local;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		String version = Version.class.getPackage().getImplementationVersion();
		return new String[] {
				"Duken " + ((version != null) ? version : "from sources") + ", Java " + Runtime.version() };
	}

}
