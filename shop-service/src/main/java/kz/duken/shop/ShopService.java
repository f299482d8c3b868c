package kz.duken.shop;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import kz.duken.commons.Ids;
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
		return this.shops.find(id)
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
		ShopFilter filter = new ShopFilter((mine && caller != null) ? caller.id() : null, city, status);
		List<Shop> found = this.shops.list(filter, caller, page);
		Map<UUID, Integer> counts = this.shops.countOffers(found);
		return Page.of(found, page, ShopRepository::cursor,
				(shop) -> ShopResponse.of(shop, counts.getOrDefault(shop.id(), 0)));
	}

	ShopResponse show(UUID id, @Nullable Caller caller) {
		Shop shop = visible(id, caller);
		return ShopResponse.of(shop, this.shops.countOffers(List.of(shop)).getOrDefault(id, 0));
	}

	@Transactional
	public ShopResponse open(ShopRequest request, Caller owner) {
		UUID id = Ids.next();
		this.shops.add(id, owner.id(), request);
		return show(id, owner);
	}

	@Transactional
	public ShopResponse edit(UUID id, ShopRequest request, Caller caller) {
		managed(id, caller);
		this.shops.edit(id, request);
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
