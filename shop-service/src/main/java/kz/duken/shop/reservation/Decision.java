package kz.duken.shop.reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import kz.duken.shop.offer.OfferKey;
import kz.duken.shop.offer.StockedOffer;
import org.jspecify.annotations.Nullable;

/**
 * Whether an order gets its lines: all of them at the price that its customer accepted,
 * or none. A change of price outweighs lack of stock: who did not accept the price would
 * not have bought.
 *
 * @param held what is to be taken; empty when refused
 */
record Decision(ReserveAnswer answer, List<HeldLine> held) {

	/**
	 * Decides.
	 * @param offers those of the lines that there are, locked
	 */
	static Decision on(List<ReserveRequest.Line> lines, List<StockedOffer> offers) {
		Map<OfferKey, StockedOffer> found = offers.stream()
			.collect(Collectors.toMap(StockedOffer::key, Function.identity()));
		List<RefusedLine> outOfStock = new ArrayList<>();
		List<RefusedLine> priceChanged = new ArrayList<>();
		List<HeldLine> held = new ArrayList<>();
		for (ReserveRequest.Line line : lines) {
			StockedOffer offer = found.get(line.key());
			if (offer != null && offer.live() && !offer.price().equals(line.price())) {
				priceChanged.add(refused(line, offer));
			}
			else if (offer == null || offer.available() < line.quantity()) {
				outOfStock.add(refused(line, offer));
			}
			else {
				held.add(new HeldLine(offer.id(), line.quantity(), offer.price()));
			}
		}
		if (!priceChanged.isEmpty()) {
			return new Decision(new ReserveAnswer(Outcome.PRICE_CHANGED, priceChanged), List.of());
		}
		if (!outOfStock.isEmpty()) {
			return new Decision(new ReserveAnswer(Outcome.OUT_OF_STOCK, outOfStock), List.of());
		}
		return new Decision(ReserveAnswer.of(Outcome.RESERVED), held);
	}

	private static RefusedLine refused(ReserveRequest.Line line, @Nullable StockedOffer offer) {
		return new RefusedLine(line.productId(), line.shopId(), (offer != null) ? offer.price() : line.price(),
				(offer != null) ? offer.available() : 0);
	}

}
