package kz.duken.order;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import kz.duken.commons.Ids;
import kz.duken.commons.idempotency.IdempotencyKeyReused;
import kz.duken.commons.problem.Unavailable;
import kz.duken.order.cart.Cart;
import kz.duken.order.cart.Carts;

import org.springframework.stereotype.Component;

/**
 * Places orders. A key makes one order at most: who comes first begins it, who comes with
 * the same key joins it, and both wait for its end within the budget of a request.
 */
@Component
class OrderPlacement {

	/** After how long one who waits looks whether it is over; each time twice as long. */
	private static final Duration GLANCE = Duration.ofMillis(100);

	private static final Duration LONGEST_GLANCE = Duration.ofMillis(400);

	/** How long the last look of one whose patience is over may wait for its turn. */
	private static final Duration LAST_LOOK = Duration.ofMillis(500);

	private final Drafts drafts;

	private final Orders orders;

	private final CheckoutProgress progress;

	private final Checkout checkout;

	private final Carts carts;

	private final Drivers drivers;

	private final CheckoutProperties properties;

	/**
	 * Whoever begins an order takes one, so that a rush waits here and not at the
	 * database, where all would only hinder each other. Who joins an order needs none.
	 */
	private final Semaphore tills;

	/**
	 * Whoever only looks how an order stands takes one, so that a rush of those leaves
	 * connections to the ones who carry orders on.
	 */
	private final Semaphore looks;

	OrderPlacement(Drafts drafts, Orders orders, CheckoutProgress progress, Checkout checkout, Carts carts,
			Drivers drivers, CheckoutProperties properties) {
		this.drafts = drafts;
		this.orders = orders;
		this.progress = progress;
		this.checkout = checkout;
		this.carts = carts;
		this.drivers = drivers;
		this.properties = properties;
		this.tills = new Semaphore(properties.tills(), true);
		this.looks = new Semaphore(properties.looks(), true);
	}

	/**
	 * The order as it stands after at most the budget's time.
	 *
	 * @param replayed whether another request had made it
	 */
	record Placed(Order order, boolean replayed) {
	}

	/**
	 * Orders the customer's cart, or joins the order that this key has made.
	 * @throws IdempotencyKeyReused when the key has made another order
	 * @throws CheckoutInProgress when another order of the customer is pending
	 * @throws CartEmpty when there is nothing to order
	 * @throws OrderRejected when the total is not the expected one, or a neighbour
	 * refused
	 * @throws Unavailable when too many others are ordering, or the cart cannot be read;
	 * then no order is left
	 */
	Placed place(PlaceOrder command) {
		Patience patience = Patience.of(this.properties.budget());
		do {
			Optional<Order> holder = look(patience, () -> this.drafts.holder(command.customerId(), command.key()));
			if (holder.isEmpty()) {
				Optional<Order> order = begin(command, patience);
				if (order.isPresent()) {
					return new Placed(order.get(), false);
				}
			}
			else if (!holder.get().answers(command.requestHash())) {
				throw new IdempotencyKeyReused();
			}
			else if (!holder.get().isDraft()) {
				return new Placed(follow(holder.get().id(), false, patience), true);
			}
			else {
				// a twin is reading the cart; what comes of it may be nothing
				patience.rest(GLANCE);
			}
		}
		while (!patience.isOver());
		throw new Unavailable("The checkout", null);
	}

	/** Empty when another one was faster, or this one too slow. */
	private Optional<Order> begin(PlaceOrder command, Patience patience) {
		queue();
		try {
			UUID id = Ids.next();
			if (patience.insist(() -> this.drafts.open(id, command))) {
				return fill(id, command, patience) ? Optional.of(follow(id, true, patience)) : Optional.empty();
			}
			if (patience.insist(() -> this.drafts.isAnotherPending(command.customerId(), command.key()))) {
				throw new CheckoutInProgress();
			}
			return Optional.empty();
		}
		finally {
			this.tills.release();
		}
	}

	private void queue() {
		take(this.tills, this.properties.queue());
	}

	/** Asks the database in turn with the others who do. */
	private <T> T look(Patience patience, Supplier<T> question) {
		take(this.looks, patience.left().plus(LAST_LOOK));
		try {
			return patience.insist(question);
		}
		finally {
			this.looks.release();
		}
	}

	private static void take(Semaphore places, Duration longest) {
		try {
			if (places.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new Unavailable("The checkout", null);
	}

	/**
	 * Reads the cart. What is refused here leaves nothing, nor does a cart that cannot be
	 * read.
	 * @return {@code false} when this took so long that somebody has removed the draft
	 */
	private boolean fill(UUID id, PlaceOrder command, Patience patience) {
		boolean placed = false;
		try {
			Cart cart = this.carts.of(command.customerId());
			if (cart.items().isEmpty()) {
				throw new CartEmpty();
			}
			OrderContents contents = OrderContents.of(id, cart);
			if (!contents.total().equals(command.request().expectedTotal())) {
				throw new OrderRejected(Rejection.priceChanged(contents, cart), false);
			}
			placed = patience.insist(() -> this.drafts.fill(id, contents));
			return placed;
		}
		finally {
			if (!placed) {
				patience.insist(() -> this.drafts.remove(id));
			}
		}
	}

	/**
	 * Waits for the end of the order and drives it there whenever nobody else does.
	 * @param leased whether the lease is the caller's already
	 */
	private Order follow(UUID id, boolean leased, Patience patience) {
		boolean drives = leased;
		Duration pause = GLANCE;
		while (true) {
			if (drives) {
				drive(id, patience);
			}
			Order order = look(patience, () -> this.orders.find(id).orElseThrow());
			if (order.isAtTheEnd() || !patience.rest(drives ? Duration.ZERO : pause)) {
				return order;
			}
			pause = pause.multipliedBy(2).compareTo(LONGEST_GLANCE) < 0 ? pause.multipliedBy(2) : LONGEST_GLANCE;
			drives = look(patience, () -> this.progress.takeLease(id));
		}
	}

	private void drive(UUID order, Patience patience) {
		this.drivers.run(List.of(order), (id) -> {
			if (!this.checkout.drive(id, patience)) {
				this.progress.giveUpLease(id);
			}
		}, patience);
	}

}
