package kz.duken.shop;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.problem.NotFound;
import kz.duken.commons.security.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shops, as far as the caller may see and change them. */
@Service
public class ShopService {

	private final ShopRepository shops;

	ShopService(ShopRepository shops) {
		this.shops = shops;
	}

	/**
	 * A shop for looking at.
	 * @throws NotFound when there is none, or none for this caller
	 */
	public Shop visible(UUID id, @Nullable Caller caller) {
		return this.shops.findById(id)
			.filter((shop) -> shop.isVisibleTo(caller))
			.orElseThrow(() -> new NotFound("shop " + id));
	}

	/**
	 * A shop for its owner, or an administrator, to change.
	 * @throws NotFound when there is none for this caller
	 * @throws AccessDeniedException when he sees it but may not change it
	 */
	public Shop managed(UUID id, Caller caller) {
		Shop shop = visible(id, caller);
		if (!shop.isManagedBy(caller)) {
			throw new AccessDeniedException("Another's shop");
		}
		return shop;
	}

	/** By name; a stranger sees active ones only, and may ask for nothing more. */
	Page<ShopResponse> list(@Nullable String city, boolean mine, @Nullable ShopStatus status, @Nullable Caller caller,
			PageRequest page) {
		if (mine && caller == null) {
			throw new AccessDeniedException("A stranger owns nothing");
		}
		if (status != null && (caller == null || !caller.admin())) {
			throw new AccessDeniedException("Shops by status are listed to administrators");
		}
		UUID callerId = (caller != null) ? caller.id() : null;
		Cursor after = page.cursor();
		List<Shop> found = this.shops.list(callerId, caller != null && caller.admin(), mine ? callerId : null, city,
				status, (after != null) ? after.key(0, ShopService::name) : "",
				(after != null) ? after.key(1, UUID::fromString) : new UUID(0, 0), page.limit());
		Map<UUID, Long> counts = countOffers(found);
		return Page.of(found, page, (shop) -> Cursor.of(shop.name(), shop.getId()),
				(shop) -> shop.response(counts.getOrDefault(shop.getId(), 0L)));
	}

	private static String name(String key) {
		if (!Text.Validator.isPlain(key)) {
			throw new IllegalArgumentException("No shop has such a name");
		}
		return key;
	}

	private Map<UUID, Long> countOffers(List<Shop> shops) {
		return this.shops.countOffers(shops.stream().map(Shop::getId).toList())
			.stream()
			.collect(Collectors.toMap(OfferCount::shopId, OfferCount::offers));
	}

	/**
	 * A shop for another service, visible to the public or not.
	 * @throws NotFound when there is none
	 */
	KnownShop known(UUID id) {
		return this.shops.findById(id).map(Shop::known).orElseThrow(() -> new NotFound("shop " + id));
	}

	ShopResponse show(UUID id, @Nullable Caller caller) {
		Shop shop = visible(id, caller);
		return shop.response(countOffers(List.of(shop)).getOrDefault(id, 0L));
	}

	@Transactional
	public ShopResponse open(ShopRequest request, Caller owner) {
		return this.shops.saveAndFlush(new Shop(owner.id(), request)).response(0);
	}

	@Transactional
	public ShopResponse edit(UUID id, ShopRequest request, Caller caller) {
		managed(id, caller).edit(request);
		return show(id, caller);
	}

	@Transactional
	public ShopResponse become(UUID id, ShopStatus status, Caller caller) {
		visible(id, caller);
		if (!caller.admin()) {
			throw new AccessDeniedException("Only an administrator lets shops sell");
		}
		this.shops.become(id, status);
		return show(id, caller);
	}

}
