create table purchase_order (
	id uuid primary key,
	-- for people: two check digits (ISO 7064, MOD 97-10) find a mistyped one
	serial bigint generated always as identity (start with 100001),
	number text generated always as (serial::text || '-' || lpad((98 - serial * 100 % 97)::text, 2, '0')) stored,
	customer_id uuid not null,
	idempotency_key text not null,
	request_hash text not null,
	delivery_address jsonb not null,
	comment text,
	step text not null default 'BEGIN',
	status text not null default 'PENDING',
	payment_status text not null default 'PENDING',
	sum numeric(16, 2) not null default 0,
	discount numeric(16, 2) not null default 0,
	total numeric(16, 2) not null default 0,
	rejection jsonb,
	placed_at timestamptz not null,
	deadline timestamptz not null,
	-- until then somebody is at work on it; then whoever comes goes on
	lease_until timestamptz not null,

	constraint order_number_is_unique unique (number),
	constraint one_order_per_key unique (customer_id, idempotency_key),
	constraint key_is_short check (length(idempotency_key) between 1 and 255),
	constraint hash_is_sha_256 check (length(request_hash) = 64),
	constraint comment_is_short check (length(comment) <= 500),
	constraint deadline_is_later check (deadline > placed_at),
	constraint step_is_known check (step in ('BEGIN', 'RESERVE', 'PAY', 'FINISH', 'RELEASE', 'END')),
	constraint status_is_known check (
		status in ('PENDING', 'CONFIRMED', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REJECTED')),
	constraint pending_until_the_end check ((status = 'PENDING') = (step <> 'END')),
	constraint payment_goes_with_the_step check (case
		when step in ('BEGIN', 'RESERVE', 'PAY', 'RELEASE') then payment_status = 'PENDING'
		when step = 'FINISH' then payment_status = 'PAID'
		when status = 'REJECTED' then payment_status = 'FAILED'
		else payment_status in ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED') end),
	constraint refused_for_a_reason check ((rejection is not null) = (step = 'RELEASE' or status = 'REJECTED')),
	constraint only_a_draft_is_empty check ((step = 'BEGIN') = (sum = 0)),
	constraint amounts_are_legal check (discount between 0 and sum),
	constraint total_is_sum_less_discount check (total = sum - discount)
);

create unique index one_pending_order_per_customer on purchase_order (customer_id) where status = 'PENDING';
create index order_to_go_on_with on purchase_order (lease_until) where step <> 'END';
create index order_by_customer on purchase_order (customer_id, placed_at desc, id desc);
create index order_by_status on purchase_order (status, placed_at desc, id desc);
create index order_by_time on purchase_order (placed_at desc, id desc);

create table shipment (
	order_id uuid not null references purchase_order,
	shop_id uuid not null,
	shop_name text not null,
	status text not null default 'PREPARING',
	sum numeric(16, 2) not null,
	discount numeric(16, 2) not null,
	total numeric(16, 2) not null,
	tracking_number text,

	constraint one_shipment_per_shop primary key (order_id, shop_id),
	constraint status_is_known check (status in ('PREPARING', 'SHIPPED', 'DELIVERED', 'RECEIVED', 'CANCELLED')),
	constraint amounts_are_legal check (sum > 0 and discount between 0 and sum),
	constraint total_is_sum_less_discount check (total = sum - discount)
);

create table order_line (
	order_id uuid not null references purchase_order,
	position int not null,
	shop_id uuid not null,
	product_id uuid not null,
	cart_item_id uuid not null,
	name text not null,
	unit_price numeric(16, 2) not null,
	quantity int not null,

	primary key (order_id, position),
	constraint each_line_is_shipped foreign key (order_id, shop_id) references shipment,
	constraint one_line_per_offer unique (order_id, product_id, shop_id),
	constraint price_is_positive check (unit_price > 0),
	constraint quantity_is_legal check (quantity between 1 and 999)
);

create table order_history (
	id bigint generated always as identity primary key,
	order_id uuid not null references purchase_order,
	at timestamptz not null default clock_timestamp(),
	type text not null,
	shop_id uuid,
	detail text not null,

	constraint happens_once unique nulls not distinct (order_id, type, shop_id),
	constraint happens_to_a_shipment foreign key (order_id, shop_id) references shipment,
	constraint type_is_known check (type in
		('PLACED', 'PAID', 'CONFIRMED', 'REJECTED', 'SHIPPED', 'DELIVERED', 'RECEIVED', 'CANCELLED', 'REFUNDED')),
	constraint shop_goes_with_the_type check ((shop_id is null) = (type in ('PLACED', 'PAID', 'CONFIRMED', 'REJECTED')))
);

create index order_history_in_order on order_history (order_id, id);

-- what is left to do at a neighbour once a shipment has come to its end
create table settlement (
	order_id uuid not null,
	shop_id uuid not null,
	kind text not null,
	lease_until timestamptz not null,
	done_at timestamptz,

	constraint settled_once primary key (order_id, shop_id, kind),
	constraint settles_a_shipment foreign key (order_id, shop_id) references shipment,
	constraint kind_is_known check (kind in ('RESTOCK', 'REFUND'))
);

create index settlement_to_go_on_with on settlement (lease_until) where done_at is null;

-- looked at when a transaction commits, since order, shipments and lines come one after another
create function check_that_order_adds_up() returns trigger language plpgsql as $$
declare
	changed uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
	if exists (
		select from purchase_order o, lateral (
			select coalesce(sum(s.sum), 0) as sum, coalesce(sum(s.discount), 0) as discount
			from shipment s where s.order_id = o.id) shipments
		where o.id = changed and (o.sum, o.discount) <> (shipments.sum, shipments.discount)
	) or exists (
		select from shipment s
		where s.order_id = changed and s.sum is distinct from (
			select sum(l.unit_price * l.quantity) from order_line l
			where l.order_id = s.order_id and l.shop_id = s.shop_id)
	) then
		raise exception 'order % does not add up', changed
			using errcode = 'check_violation', constraint = 'order_adds_up';
	end if;
	return null;
end $$;

create constraint trigger order_adds_up after insert or update of sum, discount on purchase_order
	deferrable initially deferred for each row execute function check_that_order_adds_up('id');
create constraint trigger order_adds_up after insert on shipment
	deferrable initially deferred for each row execute function check_that_order_adds_up('order_id');
create constraint trigger order_adds_up after insert on order_line
	deferrable initially deferred for each row execute function check_that_order_adds_up('order_id');

revoke update, delete on order_history, order_line, shipment, settlement from ${runtime};
grant update (status, tracking_number) on shipment to ${runtime};
grant update (lease_until, done_at) on settlement to ${runtime};
revoke update on purchase_order from ${runtime};
grant update (step, status, payment_status, sum, discount, total, rejection, lease_until)
	on purchase_order to ${runtime};
