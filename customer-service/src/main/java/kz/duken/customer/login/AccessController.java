package kz.duken.customer.login;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import kz.duken.commons.security.Caller;
import kz.duken.customer.Subject;
import kz.duken.customer.account.CustomerResponse;
import kz.duken.customer.account.Customers;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/customers", produces = MediaType.APPLICATION_JSON_VALUE)
class AccessController {

	private final Access access;

	private final Customers customers;

	AccessController(Access access, Customers customers) {
		this.access = access;
		this.customers = customers;
	}

	@PutMapping("/me/password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void password(Caller caller, @AuthenticationPrincipal Jwt token, @Valid @RequestBody PasswordRequest request,
			HttpServletRequest from) {
		String login = token.getClaimAsString("sid");
		this.access.change(caller.id(), (login != null) ? UUID.fromString(login) : null, request,
				ClientAddress.of(from));
	}

	@PutMapping("/{id}/status")
	CustomerResponse status(@PathVariable String id, Caller caller, @Valid @RequestBody StatusRequest request) {
		UUID customerId = Subject.of(id, caller).id();
		this.access.become(customerId, request.status());
		return this.customers.response(customerId);
	}

}
