package kz.duken.customer.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/auth", produces = MediaType.APPLICATION_JSON_VALUE)
class LoginController {

	private final Logins logins;

	LoginController(Logins logins) {
		this.logins = logins;
	}

	@PostMapping("/login")
	LoginResponse login(@Valid @RequestBody LoginRequest request, HttpServletRequest from) {
		return this.logins.login(request, ClientAddress.of(from));
	}

	@PostMapping("/refresh")
	LoginResponse refresh(@Valid @RequestBody RefreshRequest request) {
		return this.logins.refresh(request.token());
	}

	@PostMapping("/logout")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void logout(@Valid @RequestBody RefreshRequest request) {
		this.logins.logout(request.token());
	}

}
