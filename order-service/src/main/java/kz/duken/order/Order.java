package kz.duken.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import kz.duken.commons.money.Money;
import kz.duken.order.cart.OrderedGoods;
import kz.duken.order.cart.RedemptionRequest;
import kz.duken.order.shop.ReservationRequest;
import kz.duken.order.wallet.PaymentRequest;
import kz.duken.order.wallet.RefundRequest;
import org.hibernate.Hibernate;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An order as it stands: a draft, until it gets its contents; then at a step of its
 * checkout, until that is at the end; afterwards where its shipments stand. Whoever
 * changes one has its row locked.
 */
@Entity(name = "PurchaseOrder")
@Table(name = "purchase_order")
class Order {

	@Id
	private UUID id;

	@Column(insertable = false, updatable = false)
	private String number;

	@Column(updatable = false)
	private UUID customerId;

	@Column(updatable = false)
	private String requestHash;

	@Enumerated(EnumType.STRING)
	private CheckoutStep step;

	@Enumerated(EnumType.STRING)
	private OrderStatus status;

	@Enumerated(EnumType.STRING)
	private PaymentStatus paymentStatus;

	@ElementCollection
	@CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_id"))
	@OrderColumn(name = "position")
	@ListIndexBase(1)
	@BatchSize(size = 100)
	private List<OrderLine> lines = new ArrayList<>();

	@OneToMany(cascade = CascadeType.PERSIST)
	@JoinColumn(name = "order_id", insertable = false, updatable = false)
	@OrderBy("shopName, key.shopId")
	@BatchSize(size = 100)
	private Set<Shipment> shipments = new LinkedHashSet<>();

	private Money sum;

	private Money discount;

	private Money total;

	@JdbcTypeCode(SqlTypes.JSON)
	@Column(updatable = false)
	private DeliveryAddress deliveryAddress;

	@Column(updatable = false)
	private @Nullable String comment;

	private @Nullable String promoCode;

	@JdbcTypeCode(SqlTypes.JSON)
	private @Nullable Rejection rejection;

	@Column(updatable = false)
	private Instant placedAt;

	@Column(updatable = false)
	private Instant deadline;

	@SuppressWarnings("NullAway.Init")
	protected Order() {
	}

	/** The draft becomes an order of what was in the cart. */
	void fill(OrderContents contents) {
		move(CheckoutStep.RESERVE, OrderStatus.PENDING, PaymentStatus.PENDING);
		this.lines.addAll(contents.lines());
		this.shipments.addAll(contents.shipments());
		this.sum = contents.sum();
		this.discount = contents.discount();
		this.total = contents.total();
		this.promoCode = contents.promoCode();
	}

	void reserved() {
		move((this.promoCode != null) ? CheckoutStep.REDEEM : CheckoutStep.PAY, OrderStatus.PENDING,
				PaymentStatus.PENDING);
	}

	void redeemed() {
		move(CheckoutStep.PAY, OrderStatus.PENDING, PaymentStatus.PENDING);
	}

	void paid() {
		move(CheckoutStep.FINISH, OrderStatus.PENDING, PaymentStatus.PAID);
	}

	void finished() {
		move(CheckoutStep.END, OrderStatus.CONFIRMED, PaymentStatus.PAID);
	}

	/** A neighbour has refused the step at which it is. */
	void refused(Rejection reason) {
		move(CheckoutStep.RELEASE, OrderStatus.PENDING, PaymentStatus.PENDING);
		this.rejection = reason;
	}

	void released() {
		move(CheckoutStep.END, OrderStatus.REJECTED, PaymentStatus.FAILED);
	}

	private void move(CheckoutStep next, OrderStatus nextStatus, PaymentStatus payment) {
		Assert.state(this.step.canBecome(next), () -> "No order goes from " + this.step + " to " + next);
		this.step = next;
		this.status = nextStatus;
		this.paymentStatus = payment;
	}

	/**
	 * Cancels what is left of it.
	 * @return the shipments that ended by it; cancelled again, none
	 * @throws OrderNotCancellable when it is pending or rejected, or a shop has shipped
	 */
	List<Shipment> cancel() {
		if (this.status == OrderStatus.CANCELLED) {
			return List.of();
		}
		if (this.status != OrderStatus.CONFIRMED || !this.shipments.stream().allMatch(Shipment::isCancellable)) {
			throw new OrderNotCancellable(this.status);
		}
		List<Shipment> cancelled = this.shipments.stream().filter(Shipment::cancel).toList();
		followShipments();
		return cancelled;
	}

	/** Once it is confirmed, it stands where its shipments stand. */
	void followShipments() {
		this.status = OrderStatus.of(this.shipments.stream().map(Shipment::status).toList());
	}

	/** Whether its checkout has come to a good end. */
	boolean isConfirmed() {
		return isAtTheEnd() && this.status != OrderStatus.REJECTED;
	}

	boolean hasShipment(UUID shopId) {
		return this.shipments.stream().anyMatch((shipment) -> shipment.shopId().equals(shopId));
	}

	/** Whether nothing of it is sent any more, though it had a promo code. */
	boolean givesCodeBack() {
		return this.promoCode != null
				&& this.shipments.stream().allMatch((shipment) -> shipment.status() == ShipmentStatus.CANCELLED);
	}

	/** The shares of so many shops are back in the wallet. */
	void refunded(long shops) {
		this.paymentStatus = (shops == this.shipments.size()) ? PaymentStatus.REFUNDED
				: PaymentStatus.PARTIALLY_REFUNDED;
	}

	/** Reads what belongs to it, for whoever looks at it after the transaction. */
	void load() {
		Hibernate.initialize(this.lines);
		Hibernate.initialize(this.shipments);
	}

	/** Whether it was made by a request with this hash. */
	boolean answers(String hash) {
		return this.requestHash.equals(hash);
	}

	boolean isAt(CheckoutStep other) {
		return this.step == other;
	}

	boolean isAtTheEnd() {
		return isAt(CheckoutStep.END);
	}

	/** A draft is nobody's order yet: nothing may be left of it. */
	boolean isDraft() {
		return isAt(CheckoutStep.BEGIN);
	}

	ReservationRequest reservationRequest() {
		return new ReservationRequest(this.deadline,
				this.lines.stream()
					.map((line) -> new ReservationRequest.Line(line.productId(), line.shopId(), line.quantity(),
							line.unitPrice()))
					.toList());
	}

	PaymentRequest paymentRequest() {
		return new PaymentRequest(this.customerId, this.sum, this.discount, this.total, this.deadline);
	}

	RedemptionRequest redemptionRequest() {
		return new RedemptionRequest(this.customerId, Objects.requireNonNull(this.promoCode), this.sum, this.discount,
				this.deadline);
	}

	OrderedGoods goods() {
		return new OrderedGoods(this.lines.stream()
			.map((line) -> new OrderedGoods.Line(line.productId(), line.shopId(), line.quantity()))
			.toList(), this.promoCode);
	}

	RefundRequest refundRequest(UUID shopId) {
		Shipment shipment = shipment(shopId);
		return new RefundRequest(shipment.sum(), shipment.total(), shipment.discount());
	}

	Shipment shipment(UUID shopId) {
		return this.shipments.stream().filter((shipment) -> shipment.shopId().equals(shopId)).findFirst().orElseThrow();
	}

	UUID id() {
		return this.id;
	}

	/** For people. */
	String number() {
		return this.number;
	}

	UUID customerId() {
		return this.customerId;
	}

	CheckoutStep step() {
		return this.step;
	}

	OrderStatus status() {
		return this.status;
	}

	PaymentStatus paymentStatus() {
		return this.paymentStatus;
	}

	List<OrderLine> lines() {
		return List.copyOf(this.lines);
	}

	/** By the shops' names. */
	List<Shipment> shipments() {
		return List.copyOf(this.shipments);
	}

	Money sum() {
		return this.sum;
	}

	Money discount() {
		return this.discount;
	}

	Money total() {
		return this.total;
	}

	DeliveryAddress deliveryAddress() {
		return this.deliveryAddress;
	}

	@Nullable String comment() {
		return this.comment;
	}

	@Nullable String promoCode() {
		return this.promoCode;
	}

	/** Why it was refused, if it was. */
	@Nullable Rejection rejection() {
		return this.rejection;
	}

	Instant placedAt() {
		return this.placedAt;
	}

}
