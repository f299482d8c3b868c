package kz.duken.shop.reservation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import kz.duken.shop.offer.StockLedger;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a checkout and of a cancellation that concern stock. Each is a fact stored
 * in its own transaction: late, repeated or at the same time as its twin, it is answered
 * the same and moves nothing twice.
 */
@Service
class ReservationService {

	private final ReservationRepository reservations;

	private final StockLedger stock;

	ReservationService(ReservationRepository reservations, StockLedger stock) {
		this.reservations = reservations;
		this.stock = stock;
	}

	/**
	 * Takes all lines or none; what is said first is said for ever.
	 * @throws ReservationDiffers when the order holds other lines than it now asks for
	 */
	@Transactional
	public ReserveAnswer reserve(UUID orderId, ReserveRequest request) {
		request.requireSense();
		boolean begun = this.reservations.begin(orderId, request.deadline()) == 1;
		Reservation reservation = this.reservations.findById(orderId).orElseThrow();
		if (begun && reservation.outcome() == Outcome.RESERVED) {
			Decision decision = Decision.on(request.lines(), this.stock.lock(request.keys()));
			reservation.settle(decision);
			for (HeldLine line : decision.held()) {
				this.stock.take(orderId, line.offerId(), line.quantity(), line.price());
			}
		}
		else if (reservation.outcome() == Outcome.RESERVED && !holds(orderId, request)) {
			throw new ReservationDiffers();
		}
		return reservation.answer();
	}

	private boolean holds(UUID orderId, ReserveRequest request) {
		return this.reservations.held(orderId)
			.stream()
			.map(ReserveRequest.Line::of)
			.collect(Collectors.toSet())
			.equals(Set.copyOf(request.lines()));
	}

	/**
	 * Makes what is held sold.
	 * @throws NothingHeld when the order holds nothing
	 */
	@Transactional
	public void commit(UUID orderId) {
		this.reservations.lock(orderId).orElseThrow(NothingHeld::new).commit(this.reservations.now());
	}

	/**
	 * Gives up what the order holds or may yet ask for.
	 * @throws AlreadyCommitted when it is sold
	 */
	@Transactional
	public void release(UUID orderId) {
		this.reservations.markReleased(orderId);
		for (HeldLine line : this.reservations.lock(orderId).orElseThrow().release(this.reservations.now())) {
			this.stock.release(orderId, line.offerId(), line.quantity());
		}
	}

	/**
	 * Gives a shop back what the order bought of it.
	 * @throws NothingSold when the order has bought nothing of it
	 */
	@Transactional
	public void restock(UUID orderId, UUID shopId) {
		List<HeldLine> sold = this.reservations.sold(orderId, shopId);
		if (sold.isEmpty()) {
			throw new NothingSold();
		}
		if (this.reservations.restock(orderId, shopId) == 1) {
			for (HeldLine line : sold) {
				this.stock.restock(orderId, line.offerId(), line.quantity());
			}
		}
	}

}
