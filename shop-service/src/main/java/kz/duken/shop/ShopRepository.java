package kz.duken.shop;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ShopRepository extends Repository<Shop, UUID> {

	Optional<Shop> findById(UUID id);

	/**
	 * By name, only what the caller may see; {@code null} asks for any owner, city or
	 * status.
	 * @param city in whatever case
	 * @param afterName with {@code afterId}: where the page before ended
	 */
	@Query("""
			select s from Shop s
			where (s.status = ACTIVE or s.ownerId = :caller or :admin = true)
			  and s.ownerId = coalesce(:owner, s.ownerId) and lower(s.city) = lower(coalesce(:city, s.city))
			  and s.status = coalesce(:status, s.status) and (s.name, s.id) > (:afterName, :afterId)
			order by s.name, s.id limit :limit""")
	List<Shop> list(@Nullable UUID caller, boolean admin, @Nullable UUID owner, @Nullable String city,
			@Nullable ShopStatus status, String afterName, UUID afterId, int limit);

	/** A shop without offers is absent. */
	@Query("""
			select o.key.shopId as shopId, count(*) as offers from Offer o
			where o.key.shopId in :shops and o.deletedAt is null group by o.key.shopId""")
	List<OfferCount> countOffers(Collection<UUID> shops);

	Shop saveAndFlush(Shop shop);

	@Modifying(clearAutomatically = true)
	@Query("update Shop s set s.status = :status where s.id = :id and s.status <> :status")
	void become(UUID id, ShopStatus status);

}
