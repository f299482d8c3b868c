package kz.duken.customer.wallet;

import jakarta.validation.Valid;
import kz.duken.commons.idempotency.IdempotencyKey;
import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.security.Caller;
import kz.duken.customer.Subject;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/customers/{id}/wallet", produces = MediaType.APPLICATION_JSON_VALUE)
class WalletController {

	private final Wallets wallets;

	private final TopUps topUps;

	private final WalletProperties properties;

	WalletController(Wallets wallets, TopUps topUps, WalletProperties properties) {
		this.wallets = wallets;
		this.topUps = topUps;
		this.properties = properties;
	}

	@GetMapping
	WalletResponse wallet(@PathVariable String id, Caller caller) {
		return WalletResponse.of(this.wallets.balance(Subject.of(id, caller).id()));
	}

	@GetMapping("/entries")
	Page<EntryResponse> entries(@PathVariable String id, Caller caller, PageRequest page) {
		Subject subject = Subject.of(id, caller);
		this.wallets.balance(subject.id());
		long before = (page.cursor() != null) ? page.cursor().key(0, Long::parseLong) : Long.MAX_VALUE;
		return Page.of(this.wallets.entries(subject.id(), before, page.limit()), page,
				(entry) -> Cursor.of(entry.number()), EntryResponse::of);
	}

	/** The key stands before the body, so that it is looked at first. */
	@PostMapping("/top-ups")
	ResponseEntity<EntryResponse> topUp(@PathVariable String id, Caller caller, IdempotencyKey key,
			@Valid @RequestBody TopUpRequest request) {
		Subject subject = Subject.of(id, caller);
		if (!caller.admin() && !this.properties.selfTopUps()) {
			throw new AccessDeniedException("money comes from administrators");
		}
		TopUps.Made topUp = this.topUps.topUp(caller.id(), key, subject.id(), request.amount());
		ResponseEntity.BodyBuilder created = ResponseEntity.status(HttpStatus.CREATED);
		if (topUp.replayed()) {
			created.header(IdempotencyKey.REPLAYED_HEADER, "true");
		}
		return created.body(EntryResponse.of(topUp.entry()));
	}

}
