package kz.duken.shop.reservation;

import java.util.UUID;

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

	/** Takes all lines or none; what is said first is said for ever. */
	@Transactional
	public ReserveAnswer reserve(UUID orderId, ReserveRequest request) {
		request.requireSense();
		return this.reservations.begin(orderId, request.deadline()).map((begun) -> switch (begun) {
			case RESERVED -> decide(orderId, request);
			case EXPIRED, OUT_OF_STOCK, PRICE_CHANGED, RELEASED -> ReserveAnswer.of(begun);
		}).orElseGet(() -> this.reservations.answer(orderId));
	}

	private ReserveAnswer decide(UUID orderId, ReserveRequest request) {
		var keys = request.lines().stream().map(ReserveRequest.Line::key).toList();
		Decision decision = Decision.on(request.lines(), this.stock.lock(keys));
		if (decision.answer().outcome() != Outcome.RESERVED) {
			this.reservations.refuse(orderId, decision.answer());
			return this.reservations.answer(orderId);
		}
		for (HeldLine line : decision.held()) {
			this.stock.take(orderId, line.offerId(), line.quantity(), line.price());
			this.reservations.hold(orderId, line);
		}
		return decision.answer();
	}

	/**
	 * Makes what is held sold.
	 * @throws NothingHeld when the order holds nothing
	 */
	@Transactional
	public void commit(UUID orderId) {
		if (!this.reservations.commit(orderId) && !this.reservations.isCommitted(orderId)) {
			throw new NothingHeld();
		}
	}

	/**
	 * Gives up what the order holds or may yet ask for.
	 * @throws AlreadyCommitted when it is sold
	 */
	@Transactional
	public void release(UUID orderId) {
		if (this.reservations.markReleased(orderId)) {
			return;
		}
		if (this.reservations.release(orderId)) {
			for (HeldLine line : this.reservations.held(orderId, null)) {
				this.stock.release(orderId, line.offerId(), line.quantity());
			}
		}
		else if (this.reservations.isCommitted(orderId)) {
			throw new AlreadyCommitted();
		}
	}

	/**
	 * Gives a shop back what the order bought of it.
	 * @throws NothingSold when the order has bought nothing of it
	 */
	@Transactional
	public void restock(UUID orderId, UUID shopId) {
		if (this.reservations.restock(orderId, shopId)) {
			for (HeldLine line : this.reservations.held(orderId, shopId)) {
				this.stock.restock(orderId, line.offerId(), line.quantity());
			}
		}
		else if (!this.reservations.isRestocked(orderId, shopId)) {
			throw new NothingSold();
		}
	}

}
