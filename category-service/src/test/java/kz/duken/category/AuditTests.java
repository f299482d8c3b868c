package kz.duken.category;

import java.util.List;
import java.util.UUID;

import kz.duken.commons.audit.OwnAudit;
import kz.duken.test.ServiceTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class AuditTests {

	private final Calls calls;

	private final OwnAudit audit;

	private final JdbcClient sql;

	@Autowired
	AuditTests(RestTestClient client, OwnAudit audit, JdbcClient sql) {
		this.calls = new Calls(client);
		this.audit = audit;
		this.sql = sql;
	}

	@Test
	void whatTheServiceDoesBreaksNoRule() {
		UUID root = this.calls.created(null);
		UUID child = this.calls.created(root);
		this.calls.created(child);

		assertThat(this.audit.look()).hasSize(4).allSatisfy((finding) -> assertThat(finding.violations()).isZero());
	}

	@Test
	void whatIsBelowACategoryThatIsBeingDeletedIsFound() {
		UUID root = this.calls.created(null);
		UUID child = this.calls.created(root);
		this.sql.sql("update category set retiring_since = now() where id = :id").param("id", root).update();
		List<OwnAudit.Finding> found = this.audit.look();
		this.sql.sql("update category set retiring_since = null where id = :id").param("id", root).update();

		assertThat(found)
			.contains(new OwnAudit.Finding("Nothing is below a category that is being deleted", 1, child.toString()));
	}

}
