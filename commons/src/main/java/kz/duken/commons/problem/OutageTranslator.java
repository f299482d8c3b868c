package kz.duken.commons.problem;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Names PostgreSQL's own ways to say that a wait has become too long, for which Spring
 * has no name, as it names all other outages.
 */
class OutageTranslator extends SQLStateSQLExceptionTranslator {

	/** Lock not available, idle in transaction for too long, transaction too long. */
	private static final Set<String> TOO_LONG = Set.of("55P03", "25P03", "25P04");

	@Override
	protected @Nullable DataAccessException doTranslate(String task, @Nullable String sql, SQLException ex) {
		if (TOO_LONG.contains(String.valueOf(ex.getSQLState()))) {
			return new TransientDataAccessResourceException(buildMessage(task, sql, ex), ex);
		}
		return super.doTranslate(task, sql, ex);
	}

}
