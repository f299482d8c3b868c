package kz.duken.shop.reservation;

import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/internal", produces = MediaType.APPLICATION_JSON_VALUE)
class ReservationController {

	private final ReservationService reservations;

	ReservationController(ReservationService reservations) {
		this.reservations = reservations;
	}

	@PutMapping("/reservations/{orderId}")
	ReserveAnswer reserve(@PathVariable UUID orderId, @Valid @RequestBody ReserveRequest request) {
		return this.reservations.reserve(orderId, request);
	}

	@PutMapping("/reservations/{orderId}/commit")
	Done commit(@PathVariable UUID orderId) {
		this.reservations.commit(orderId);
		return new Done("COMMITTED");
	}

	@PutMapping("/reservations/{orderId}/release")
	Done release(@PathVariable UUID orderId) {
		this.reservations.release(orderId);
		return new Done("RELEASED");
	}

	@PutMapping("/restocks/{orderId}/{shopId}")
	Done restock(@PathVariable UUID orderId, @PathVariable UUID shopId) {
		this.reservations.restock(orderId, shopId);
		return new Done("RESTOCKED");
	}

	record Done(String outcome) {
	}

}
