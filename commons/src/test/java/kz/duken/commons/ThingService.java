package kz.duken.commons;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import kz.duken.commons.money.Money;
import kz.duken.commons.money.Price;
import kz.duken.commons.page.PageRequest;
import kz.duken.commons.problem.NotFound;
import kz.duken.commons.security.InternalAccess;
import kz.duken.commons.security.PublicAccess;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service that makes things and keeps none. */
@SpringBootConfiguration
@EnableAutoConfiguration
class ThingService {

	@Bean
	PublicAccess publicAccess() {
		return (requests) -> requests.requestMatchers("/api/things/**", "/api/failing")
			.permitAll()
			.requestMatchers("/api/mine")
			.authenticated();
	}

	@Bean
	InternalAccess internalAccess() {
		return (requests) -> requests.requestMatchers("/internal/things").hasAuthority(InternalAccess.CART_SERVICE);
	}

	record Part(String name, int size) {
	}

	enum Kind {

		OLD, NEW

	}

	record Thing(@NotBlank String name, @Price Money price, @Min(1) @Max(999) int count,
			@Nullable List<@Valid Part> parts, @Nullable UUID owner, @Nullable Kind kind, @Nullable Instant since) {
	}

	@RestController
	static class Things {

		@GetMapping("/api/things")
		int list(PageRequest page) {
			return page.size();
		}

		@PostMapping("/api/things")
		Thing make(@Valid @RequestBody Thing thing) {
			return thing;
		}

		@GetMapping("/api/things/{name}")
		Thing thing(@PathVariable String name) {
			throw new NotFound("thing '" + name + "'");
		}

		@GetMapping("/api/mine")
		int mine() {
			return 1;
		}

		@GetMapping("/api/undescribed")
		int undescribed() {
			return 1;
		}

		@GetMapping("/internal/things")
		int internal() {
			return 1;
		}

		@GetMapping("/api/failing")
		int failing() throws IOException {
			throw new IOException("password=secret");
		}

	}

}
