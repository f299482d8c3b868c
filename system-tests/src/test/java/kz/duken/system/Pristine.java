package kz.duken.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.postgresql.util.PSQLException;

/**
 * The database as it was when the store had just been started, kept in a schema of its
 * own, so that each flaw begins with the same.
 */
final class Pristine {

	private static final String TABLES = """
			select schemaname, tablename from pg_tables
			where schemaname in ('customer', 'category', 'product', 'shop', 'cart', 'orders')""";

	/** How it comes back, and how it goes. */
	private static final String GUARD = """
			select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)),
				format('alter table %s drop constraint %I', conrelid::regclass, conname)
			from pg_constraint where connamespace::regnamespace::text = ? and conname = ?
			union all
			select indexdef, format('drop index %I.%I', schemaname, indexname)
			from pg_indexes where schemaname = ? and indexname = ?
			and not exists (select from pg_constraint where conname = indexname)""";

	/** What a flaw has taken away, as statements that bring it back. */
	private static final List<String> TAKEN = new ArrayList<>();

	private Pristine() {
	}

	/** Keeps what there is now, all of it of one moment. */
	static void keep() throws SQLException {
		execute("set default_transaction_isolation = 'repeatable read'", "create schema pristine", """
				do $$ declare t record; begin
					for t in %s loop
						execute format('create table pristine.%%I as table %%I.%%I',
							t.schemaname || '.' || t.tablename, t.schemaname, t.tablename);
					end loop;
				end $$""".formatted(TABLES));
	}

	/** What was kept, and nothing else, with all constraints. */
	static void restore() throws SQLException {
		Awaitility.await().ignoreException(PSQLException.class).until(Pristine::isRestored);
		execute(TAKEN.toArray(String[]::new));
		TAKEN.clear();
	}

	/** Services that are at work may stand in the way; nothing is half done then. */
	private static boolean isRestored() throws SQLException {
		execute("set session_replication_role = replica", """
				do $$ declare t record; columns text; begin
					execute (select 'truncate ' || string_agg(format('%%I.%%I', schemaname, tablename), ', ')
						from (%1$s) as tables);
					for t in %1$s loop
						select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
						where attrelid = format('%%I.%%I', t.schemaname, t.tablename)::regclass and attnum > 0
							and not attisdropped and attgenerated = '';
						execute format('insert into %%I.%%I (%%s) overriding system value select %%s from pristine.%%I',
							t.schemaname, t.tablename, columns, columns, t.schemaname || '.' || t.tablename);
					end loop;
				end $$""".formatted(TABLES));
		return true;
	}

	/** Takes a constraint or an index away, until all is restored. */
	static void take(String schemaAndName) throws SQLException {
		int dot = schemaAndName.indexOf('.');
		String[] name = { schemaAndName.substring(0, dot), schemaAndName.substring(dot + 1) };
		try (Connection connection = Database.superuser(); var sql = connection.prepareStatement(GUARD)) {
			for (int i = 0; i < 4; i++) {
				sql.setString(i + 1, name[i % 2]);
			}
			try (var found = sql.executeQuery()) {
				if (!found.next()) {
					throw new AssertionError("There is no " + schemaAndName);
				}
				TAKEN.add(found.getString(1));
				execute(found.getString(2));
			}
		}
	}

	private static void execute(String... statements) throws SQLException {
		try (Connection connection = Database.superuser(); Statement sql = connection.createStatement()) {
			for (String statement : statements) {
				sql.execute(statement);
			}
		}
	}

}
