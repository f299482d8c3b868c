-- What must be true of all services together at every instant. Each row is a rule, with how many break it and one that does.
-- A step of an order begins when the one before is committed, so one snapshot never shows the later without the earlier.
with placed as (
  select * from orders.purchase_order where step <> 'BEGIN'
), paid as (
  select * from customer.payment where outcome = 'PAID'
), violation (rule, found) as (
  select 1, l.order_id::text from orders.order_line l
  where not exists (
    select from shop.offer f join shop.offer_history h on h.offer_id = f.id
    where f.product_id = l.product_id and f.shop_id = l.shop_id and h.price = l.unit_price)
  union all
  select 2, found.order_id::text from (
    select order_id from shop.reservation union all select order_id from customer.payment
    union all select order_id from cart.redemption union all select order_id from cart.taken_order) as found
  where not exists (select from placed o where o.id = found.order_id)
  union all
  select 3, o.id::text from placed o join customer.payment p on p.order_id = o.id
  where (p.customer_id, p.sum, p.discount, p.total) is distinct from (o.customer_id, o.sum, o.discount, o.total)
  union all
  select 4, o.id::text from placed o left join paid p on p.order_id = o.id
  where p.order_id is null and (o.payment_status in ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED')
    or exists (select from shop.reservation r where r.order_id = o.id and r.committed_at is not null)
    or exists (select from cart.taken_order t where t.order_id = o.id))
  union all
  select 5, p.order_id::text from paid p join shop.reservation r using (order_id)
  where r.outcome <> 'RESERVED' or r.released_at is not null
  union all
  select 5, p.order_id::text from paid p where not exists (select from shop.reservation r where r.order_id = p.order_id)
  union all
  select 6, r.order_id || ' ' || r.shop_id from customer.refund r left join orders.shipment s using (order_id, shop_id)
  where s.status is distinct from 'CANCELLED' or (r.gross, r.net, r.discount) is distinct from (s.sum, s.total, s.discount)
  union all
  select 6, r.order_id || ' ' || r.shop_id from shop.restock r left join orders.shipment s using (order_id, shop_id)
  where s.status is distinct from 'CANCELLED'
  union all
  select 7, c.order_id || ' ' || c.shop_id from customer.credit c left join orders.shipment s using (order_id, shop_id)
  where s.status is distinct from 'RECEIVED' or c.gross is distinct from s.sum
)
select rule.sentence as rule, count(violation.found) as violations, min(violation.found) as example
from (values
  (1, 'Each price is one that the shop has asked'),
  (2, 'Nothing is held, paid or taken for an order that is not there'),
  (3, 'Who pays and how much is as the order says'),
  (4, 'Nothing is sold before it is paid'),
  (5, 'Nothing is paid that is not held'),
  (6, 'Nothing goes back but the exact share of a cancelled shipment'),
  (7, 'No shop is paid but the exact share of a received shipment')) as rule (number, sentence)
  left join violation on violation.rule = rule.number
group by rule.number, rule.sentence order by rule.number;
