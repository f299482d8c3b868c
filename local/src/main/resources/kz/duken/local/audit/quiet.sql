-- What must be true of all services together once nothing is under way. Each row is a rule, with how many break it and one that does.
with bought as (
  select * from orders.purchase_order where status not in ('PENDING', 'REJECTED')
), part as (
  select s.*, o.promo_code from orders.shipment s join bought o on o.id = s.order_id
), sold as (
  select l.order_id, f.product_id, f.shop_id, l.quantity, l.price
  from shop.reservation r join shop.reservation_line l using (order_id) join shop.offer f on f.id = l.offer_id
  where r.committed_at is not null
), live as (
  select o.product_id, count(*) as offers, count(*) filter (where o.stock > 0) as in_stock,
    coalesce(min(o.price) filter (where o.stock > 0), min(o.price)) as price
  from shop.offer o join shop.shop s on s.id = o.shop_id and s.status = 'ACTIVE'
  where o.deleted_at is null group by o.product_id
), violation (rule, found) as (
  -- at an end
  select 1, id::text from orders.purchase_order where step <> 'END'
  union all
  select 2, order_id || ' ' || kind from orders.settlement where done_at is null
  union all
  -- three days, and an hour for whoever was down at that moment
  select 2, order_id || ' ' || shop_id from orders.shipment
  where status = 'DELIVERED' and delivered_at < now() - interval '73 hours'
  union all
  select 2, product_id::text from product.stale_product
  union all
  select 2, shop_id::text from product.stale_shop
  union all
  select 2, id::text from category.category where retiring_since is not null
  union all
  -- what was bought
  select 3, coalesce(o.id, p.order_id)::text
  from (select * from bought where payment_status in ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED')) o
    full join (select * from customer.payment where outcome = 'PAID') p on p.order_id = o.id
  where (p.customer_id, p.sum, p.discount, p.total) is distinct from (o.customer_id, o.sum, o.discount, o.total)
  union all
  select 4, coalesce(o.id, r.order_id)::text
  from bought o full join (select order_id from shop.reservation
    where outcome = 'RESERVED' and committed_at is not null and released_at is null) r on r.order_id = o.id
  where o.id is null or r.order_id is null
  union all
  select 5, order_id::text from (
    select order_id, product_id, shop_id, quantity, unit_price, 1 as times
    from orders.order_line l join bought o on o.id = l.order_id
    union all select order_id, product_id, shop_id, quantity, price, -1 from sold) as both_sides
  group by order_id, product_id, shop_id, quantity, unit_price having sum(times) <> 0
  union all
  select 6, coalesce(o.id, t.order_id)::text from bought o full join cart.taken_order t on t.order_id = o.id
  where o.customer_id is distinct from t.customer_id
  union all
  -- what was not
  select 7, o.id::text from orders.purchase_order o
  where o.status = 'REJECTED' and (
    exists (select from customer.payment p where p.order_id = o.id and p.outcome = 'PAID')
    or exists (select from shop.reservation r where r.order_id = o.id and r.outcome = 'RESERVED' and r.released_at is null)
    or exists (select from cart.redemption c where c.order_id = o.id and c.outcome = 'REDEEMED' and c.released_at is null))
  union all
  select 8, coalesce(o.id, c.order_id)::text
  from (select id, promo_code, customer_id from bought where promo_code is not null and status <> 'CANCELLED') o
    full join (select * from cart.redemption where outcome = 'REDEEMED' and released_at is null) c on c.order_id = o.id
  where (o.promo_code, o.customer_id) is distinct from (c.code, c.customer_id)
  union all
  -- what came of shipments
  select 9, order_id || ' ' || shop_id
  from (select * from part where status = 'CANCELLED') s full join customer.refund r using (order_id, shop_id)
  where (r.gross, r.net, r.discount) is distinct from (s.sum, s.total, s.discount)
  union all
  select 10, order_id || ' ' || shop_id
  from (select order_id, shop_id, status from part where status = 'CANCELLED') s
    full join shop.restock r using (order_id, shop_id)
  where s.status is null or r.at is null
  union all
  select 11, order_id || ' ' || shop_id
  from (select * from part where status = 'RECEIVED') s full join customer.credit c using (order_id, shop_id)
  where c.gross is distinct from s.sum
  union all
  select 12, coalesce(a.owner_id, p.order_id)::text
  from (select owner_id, balance from customer.ledger_account where kind = 'ESCROW') a
    full join (select order_id, sum(sum) filter (where status not in ('CANCELLED', 'RECEIVED')) as held
      from part group by order_id) p on p.order_id = a.owner_id
  where coalesce(a.balance, 0) <> coalesce(p.held, 0)
  union all
  -- what the catalogue says
  select 13, p.id::text from product.product p left join live l on l.product_id = p.id
  where p.deleted_at is null and (p.price, p.offer_count, p.offers_in_stock)
    is distinct from (l.price, coalesce(l.offers, 0), coalesce(l.in_stock, 0))
  union all
  select 14, coalesce(o.id, p.id)::text from shop.offer o full join product.offer p on p.id = o.id
  where (o.product_id, o.shop_id, o.price, o.stock, o.deleted_at is not null)
    is distinct from (p.product_id, p.shop_id, p.price, p.stock, p.deleted)
  union all
  select 15, coalesce(s.id, p.id)::text from shop.shop s full join product.shop p on p.id = s.id
  where s.name collate "C" is distinct from p.name collate "C" or s.status is distinct from p.status
  union all
  -- product-service may have made a row of its own for one that is gone
  select 16, coalesce(c.id, p.id)::text from category.category c full join product.category p on p.id = c.id
  where c.deleted is distinct from p.deleted and not (c.id is null and p.retired_at is not null)
    or not c.deleted and (c.parent_id, c.name, c.slug) is distinct from (p.parent_id, p.name, p.slug)
)
select rule.sentence as rule, count(violation.found) as violations, min(violation.found) as example
from (values
  (1, 'Every order is at an end'),
  (2, 'No work is left undone'),
  (3, 'Each paid order has one payment, of its amounts, and no other has'),
  (4, 'Each bought order has a committed reservation, and no other has'),
  (5, 'What is sold is what was ordered, at its price'),
  (6, 'Each bought order has left the cart, and no other has'),
  (7, 'A rejected order costs nothing and holds nothing'),
  (8, 'Promo codes are used by the orders that have them, and no others'),
  (9, 'Each cancelled shipment is refunded its exact share, and no other'),
  (10, 'Each cancelled shipment is back on the shelf, and no other'),
  (11, 'Each received shipment is paid to its shop, and no other'),
  (12, 'Escrow holds what is between customer and shop'),
  (13, 'The catalogue shows the price and stock of the offers'),
  (14, 'The catalogue knows each offer as its shop does'),
  (15, 'The catalogue knows each shop'),
  (16, 'The catalogue knows each category')) as rule (number, sentence)
  left join violation on violation.rule = rule.number
group by rule.number, rule.sentence order by rule.number;
