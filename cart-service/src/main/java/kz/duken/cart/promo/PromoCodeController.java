package kz.duken.cart.promo;

import jakarta.validation.Valid;
import kz.duken.commons.page.Cursor;
import kz.duken.commons.page.Page;
import kz.duken.commons.page.PageRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For administrators. */
@RestController
@RequestMapping(path = "/api/promo-codes", produces = MediaType.APPLICATION_JSON_VALUE)
class PromoCodeController {

	private final PromoCodes codes;

	PromoCodeController(PromoCodes codes) {
		this.codes = codes;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	PromoCodeResponse add(@Valid @RequestBody PromoCodeRequest request) {
		request.mustMakeSense();
		return this.codes.add(request);
	}

	@GetMapping
	Page<PromoCodeResponse> list(PageRequest page) {
		String after = (page.cursor() != null) ? page.cursor().key(0, PromoCodeController::code) : "";
		return Page.of(this.codes.list(after, page.limit()), page, (code) -> Cursor.of(code.response().code()),
				PromoCode::response);
	}

	@DeleteMapping("/{code}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String code) {
		this.codes.remove(code);
	}

	private static String code(String key) {
		if (!key.matches(PromoCodeRequest.CODE)) {
			throw new IllegalArgumentException("no code");
		}
		return key;
	}

}
