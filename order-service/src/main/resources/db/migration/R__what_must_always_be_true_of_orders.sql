-- Each row is a rule, with how many break it and one that does. Read by the service on a schedule and by whoever audits the store.
drop view if exists audit;
create view audit as

with placed as (
	select * from purchase_order where step <> 'BEGIN'
), event as (
	select order_id,
		count(*) filter (where type = 'PLACED') as placed, min(id) filter (where type = 'PLACED') as placed_id,
		count(*) filter (where type = 'PAID') as paid, min(id) filter (where type = 'PAID') as paid_id,
		count(*) filter (where type = 'CONFIRMED') as confirmed, min(id) filter (where type = 'CONFIRMED') as confirmed_id,
		count(*) filter (where type = 'REJECTED') as rejected, min(id) as first_id,
		min(id) filter (where shop_id is not null) as first_of_shop_id
	from order_history group by order_id
), part as (
	select s.order_id, s.shop_id, s.status,
		count(*) filter (where h.type = 'SHIPPED') as shipped, count(*) filter (where h.type = 'DELIVERED') as delivered,
		count(*) filter (where h.type = 'RECEIVED') as received, count(*) filter (where h.type = 'CANCELLED') as cancelled,
		count(*) filter (where h.type = 'REFUNDED') as refunded,
		-- in this order, or not at all
		coalesce(min(h.id) filter (where h.type = 'SHIPPED') > min(h.id) filter (where h.type = 'DELIVERED'), false)
			or coalesce(min(h.id) filter (where h.type = 'DELIVERED') > min(h.id) filter (where h.type = 'RECEIVED'), false)
			or coalesce(min(h.id) filter (where h.type = 'CANCELLED') > min(h.id) filter (where h.type = 'REFUNDED'), false)
			as out_of_turn
	from shipment s left join order_history h using (order_id, shop_id) group by s.order_id, s.shop_id, s.status
), parts as (
	select order_id, count(*) as shops, count(*) filter (where status <> 'CANCELLED') as left_over, sum(refunded) as refunded,
		min(array_position(array['PREPARING', 'SHIPPED', 'DELIVERED', 'RECEIVED'], status)) as least
	from part group by order_id
), task as (
	select order_id, shop_id, count(*) filter (where kind = 'RESTOCK') as restock, count(*) filter (where kind = 'REFUND') as refund,
		count(*) filter (where kind = 'REFUND' and done_at is not null) as refunded, count(*) filter (where kind = 'CREDIT') as credit
	from settlement group by order_id, shop_id
), lines as (
	select order_id, shop_id, sum(unit_price * quantity) as sum from order_line group by order_id, shop_id
), sums as (
	select order_id, sum(sum) as sum, sum(discount) as discount, sum(total) as total from shipment group by order_id
), violation (rule, found) as (
	select 1, customer_id::text from purchase_order where status = 'PENDING' group by customer_id having count(*) > 1
	union all
	select 2, customer_id || ' ' || idempotency_key from purchase_order group by customer_id, idempotency_key having count(*) > 1
	union all
	select 3, coalesce(o.id, s.order_id)::text from placed o full join sums s on s.order_id = o.id
	where o.total <> o.sum - o.discount or (o.sum, o.discount, o.total) is distinct from (s.sum, s.discount, s.total)
	union all
	select 3, order_id || ' ' || shop_id from shipment s full join lines l using (order_id, shop_id)
	where s.sum is distinct from l.sum or s.total <> s.sum - s.discount
	union all
	select 4, o.id::text from placed o left join event e on e.order_id = o.id
	where e.placed is distinct from 1 or e.placed_id > e.first_id
		or e.paid <> (o.payment_status not in ('PENDING', 'FAILED'))::int
		or e.confirmed <> (o.status not in ('PENDING', 'REJECTED'))::int
		or e.rejected <> (o.status = 'REJECTED')::int
		or e.paid_id > e.confirmed_id
		or (e.first_of_shop_id is not null and e.first_of_shop_id < coalesce(e.confirmed_id, e.first_of_shop_id + 1))
	union all
	select 5, order_id || ' ' || shop_id from part
	where out_of_turn
		or shipped <> (status in ('SHIPPED', 'DELIVERED', 'RECEIVED'))::int
		or delivered <> (status in ('DELIVERED', 'RECEIVED'))::int
		or received <> (status = 'RECEIVED')::int
		or cancelled <> (status = 'CANCELLED')::int
		or refunded > cancelled
	union all
	select 6, o.id::text from placed o join parts p on p.order_id = o.id
	where o.status not in ('PENDING', 'REJECTED') and o.status <> case
		when p.left_over = 0 then 'CANCELLED' when p.least = 1 then 'CONFIRMED' when p.least = 2 then 'SHIPPED' else 'DELIVERED' end
	union all
	select 7, o.id::text from placed o join parts p on p.order_id = o.id
	where o.payment_status in ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED') and o.payment_status <> case
		when p.refunded = 0 then 'PAID' when p.refunded = p.shops then 'REFUNDED' else 'PARTIALLY_REFUNDED' end
	union all
	select 8, p.order_id || ' ' || p.shop_id from part p left join task t using (order_id, shop_id)
	where coalesce(t.restock, 0) <> p.cancelled or coalesce(t.refund, 0) <> p.cancelled
		or coalesce(t.credit, 0) <> p.received or coalesce(t.refunded, 0) <> p.refunded
	union all
	select 8, o.id::text from placed o join parts p on p.order_id = o.id
	where (o.promo_code is not null and o.status not in ('PENDING', 'REJECTED') and p.left_over = 0)
		<> exists (select from settlement s where s.order_id = o.id and s.kind = 'UNREDEEM')
)
select rule.sentence as rule, count(violation.found) as violations, min(violation.found) as example
from (values
	(1, 'No customer has two pending orders'),
	(2, 'No idempotency key has made two orders'),
	(3, 'Lines and shipments add up to the order, total is sum less discount'),
	(4, 'Each order''s history is legal'),
	(5, 'Each shipment''s history is legal'),
	(6, 'Each order stands where its shipments stand'),
	(7, 'Each payment status tells what was refunded'),
	(8, 'Each ended shipment has what is to be settled for it, and no other has')) as rule (number, sentence)
	left join violation on violation.rule = rule.number
group by rule.number, rule.sentence order by rule.number;
