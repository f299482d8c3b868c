package kz.duken.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShopRepository {

	private static final String SHOPS = """
			select s.id, s.owner_id, s.name, s.city, s.address, s.phone, s.hours, s.lat, s.lon, s.status, s.created_at
			from shop s
			""";

	private final JdbcClient jdbc;

	ShopRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Shop> find(UUID id) {
		return this.jdbc.sql(SHOPS + "where s.id = :id").param("id", id).query(ShopRepository::shop).optional();
	}

	/** The caller's view of the list: by name, only what he may see. */
	List<Shop> list(ShopFilter filter, @Nullable Caller caller, PageRequest page) {
		Cursor after = page.cursor();
		return this.jdbc.sql(SHOPS + """
				where (s.status = 'ACTIVE' or s.owner_id = cast(:caller as uuid) or :admin)
				  and (cast(:owner as uuid) is null or s.owner_id = cast(:owner as uuid))
				  and (cast(:city as text) is null or lower(s.city) = lower(cast(:city as text)))
				  and (cast(:status as text) is null or s.status = cast(:status as text))
				  and (cast(:afterName as text) is null or (s.name, s.id) > (cast(:afterName as text), :afterId))
				order by s.name, s.id limit :limit""")
			.param("caller", (caller != null) ? caller.id() : null)
			.param("admin", caller != null && caller.admin())
			.param("owner", filter.ownerId())
			.param("city", filter.city())
			.param("status", (filter.status() != null) ? filter.status().name() : null)
			.param("afterName", (after != null) ? after.key(0, ShopRepository::name) : null)
			.param("afterId", (after != null) ? after.key(1, UUID::fromString) : new UUID(0, 0))
			.param("limit", page.limit())
			.query(ShopRepository::shop)
			.list();
	}

	/**
	 * How many offers each of the shops has, deleted ones apart; one without is absent.
	 */
	Map<UUID, Integer> countOffers(List<Shop> shops) {
		if (shops.isEmpty()) {
			return Map.of();
		}
		Map<UUID, Integer> counts = new HashMap<>();
		this.jdbc.sql("""
				select shop_id, count(*) as offers from offer
				where shop_id in (:shops) and deleted_at is null group by shop_id""")
			.param("shops", shops.stream().map(Shop::id).toList())
			.query((row) -> {
				counts.put(row.getObject("shop_id", UUID.class), row.getInt("offers"));
			});
		return counts;
	}

	static Cursor cursor(Shop shop) {
		return Cursor.of(shop.name(), shop.id());
	}

	void add(UUID id, UUID ownerId, ShopRequest shop) {
		write("""
				insert into shop (id, owner_id, name, city, address, phone, hours, lat, lon)
				values (:id, :owner, :name, :city, :address, :phone, :hours, :lat, :lon)""", id, shop)
			.param("owner", ownerId)
			.update();
	}

	void edit(UUID id, ShopRequest shop) {
		write("""
				update shop set name = :name, city = :city, address = :address, phone = :phone, hours = :hours,
				  lat = :lat, lon = :lon where id = :id""", id, shop).update();
	}

	void become(UUID id, ShopStatus status) {
		this.jdbc.sql("update shop set status = :status where id = :id and status <> :status")
			.param("status", status.name())
			.param("id", id)
			.update();
	}

	private JdbcClient.StatementSpec write(String sql, UUID id, ShopRequest shop) {
		Location location = shop.location();
		return this.jdbc.sql(sql)
			.param("id", id)
			.param("name", shop.name())
			.param("city", shop.city())
			.param("address", shop.address())
			.param("phone", shop.phone())
			.param("hours", shop.hours())
			.param("lat", (location != null) ? location.lat() : null)
			.param("lon", (location != null) ? location.lon() : null);
	}

	private static String name(String key) {
		if (!Text.Validator.isPlain(key)) {
			throw new IllegalArgumentException("No shop has such a name");
		}
		return key;
	}

	private static Shop shop(ResultSet row, int index) throws SQLException {
		Double lat = row.getObject("lat", Double.class);
		Double lon = row.getObject("lon", Double.class);
		return new Shop(row.getObject("id", UUID.class), row.getObject("owner_id", UUID.class), row.getString("name"),
				row.getString("city"), row.getString("address"), row.getString("phone"), row.getString("hours"),
				(lat != null && lon != null) ? new Location(lat, lon) : null,
				ShopStatus.valueOf(row.getString("status")),
				row.getObject("created_at", OffsetDateTime.class).toInstant());
	}

}
