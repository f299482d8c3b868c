package kz.duken.local;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SiteTests {

	@TempDir
	Path folder;

	@Test
	void aDemoRunsInItsProfile() {
		assertThat(environment(true)).containsEntry("SPRING_PROFILES_ACTIVE", "demo");
	}

	@Test
	void withoutTheDemoNobodyHasAnAccountThatOthersKnow() {
		assertThat(environment(false)).doesNotContainKey("SPRING_PROFILES_ACTIVE");
	}

	private Map<String, String> environment(boolean demo) {
		Home home = new Home(this.folder);
		Site site = new Site(home, home.secrets(), "jdbc:postgresql://127.0.0.1:1/duken", 2,
				new Plan(8080, Map.of(), Map.of(), demo, false));
		return site.environment(Application.CUSTOMER, 3, 4, null);
	}

}
