package kz.duken.customer.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CustomerRepository {

	private static final String SELECT = "select id, username, full_name, email, roles, status, created_at from customer ";

	private final JdbcClient database;

	CustomerRepository(JdbcClient database) {
		this.database = database;
	}

	/** Whether it was added: not when the name is taken. */
	boolean add(UUID id, NewCustomer customer, String passwordHash, List<Role> roles) {
		return this.database.sql("""
				insert into customer (id, username, password_hash, full_name, email, roles)
				values (:id, :username, :hash, :fullName, :email, string_to_array(:roles, ','))
				on conflict (username) do nothing""")
			.param("id", id)
			.param("username", customer.username())
			.param("hash", passwordHash)
			.param("fullName", customer.fullName())
			.param("email", customer.email())
			.param("roles", String.join(",", roles.stream().map(Role::name).toList()))
			.update() == 1;
	}

	Optional<Customer> find(UUID id) {
		return this.database.sql(SELECT + "where id = :id")
			.param("id", id)
			.query((row, number) -> customer(row))
			.optional();
	}

	Optional<Customer> findByUsername(String username) {
		return this.database.sql(SELECT + "where username = :username")
			.param("username", username)
			.query((row, number) -> customer(row))
			.optional();
	}

	/** By username, those after the given one whose names begin so. */
	List<Customer> list(String prefix, String after, int limit) {
		return this.database
			.sql(SELECT + "where starts_with(username, :prefix) and username > :after order by username limit :limit")
			.param("prefix", prefix)
			.param("after", after)
			.param("limit", limit)
			.query((row, number) -> customer(row))
			.list();
	}

	/** Changes what the patch names and nothing else, so that two at once both count. */
	int patch(UUID id, CustomerPatch patch) {
		return this.database.sql("""
				update customer set full_name = case when :namesFullName then :fullName else full_name end,
				  email = case when :namesEmail then :email else email end
				where id = :id""")
			.param("namesFullName", patch.namesFullName())
			.param("fullName", patch.fullName())
			.param("namesEmail", patch.namesEmail())
			.param("email", patch.email())
			.param("id", id)
			.update();
	}

	Optional<Credentials> credentials(String username) {
		return this.database.sql("select id, password_hash, status, roles from customer where username = :username")
			.param("username", username)
			.query((row, number) -> credentials(row))
			.optional();
	}

	Optional<Credentials> credentials(UUID id) {
		return this.database.sql("select id, password_hash, status, roles from customer where id = :id")
			.param("id", id)
			.query((row, number) -> credentials(row))
			.optional();
	}

	private static Customer customer(ResultSet row) throws SQLException {
		@Nullable String fullName = row.getString("full_name");
		@Nullable String email = row.getString("email");
		return new Customer(row.getObject("id", UUID.class), row.getString("username"), fullName, email, roles(row),
				CustomerStatus.valueOf(row.getString("status")),
				row.getObject("created_at", OffsetDateTime.class).toInstant());
	}

	private static Credentials credentials(ResultSet row) throws SQLException {
		return new Credentials(row.getObject("id", UUID.class), row.getString("password_hash"),
				CustomerStatus.valueOf(row.getString("status")) == CustomerStatus.ACTIVE, roles(row));
	}

	private static List<Role> roles(ResultSet row) throws SQLException {
		return Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::valueOf).toList();
	}

}
