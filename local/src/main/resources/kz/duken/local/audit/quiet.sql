-- What must be true of all services together once nothing is under way. Each row is a rule, with how many break it and one that does.
with part as (
  select s.*, o.promo_code, o.customer_id, o.status as order_status
  from orders.shipment s join orders.purchase_order o on o.id = s.order_id where o.status not in ('PENDING', 'REJECTED')
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
  -- what was bought
  select 3, o.id::text from orders.purchase_order o left join customer.payment p on p.order_id = o.id
  where o.payment_status in ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED')
    and (p.outcome, p.customer_id, p.sum, p.discount, p.total)
      is distinct from ('PAID', o.customer_id, o.sum, o.discount, o.total)
  union all
  select 4, o.id::text from orders.purchase_order o left join shop.reservation r on r.order_id = o.id
  where o.status not in ('PENDING', 'REJECTED') and (r.outcome is distinct from 'RESERVED' or r.committed_at is null)
  union all
  select 5, order_id::text from (
    (select order_id, product_id, shop_id, quantity, unit_price from orders.order_line
        join orders.purchase_order o on o.id = order_id where o.status not in ('PENDING', 'REJECTED')
      except select l.order_id, f.product_id, f.shop_id, l.quantity, l.price from shop.reservation_line l
        join shop.offer f on f.id = l.offer_id)
    union all
    (select l.order_id, f.product_id, f.shop_id, l.quantity, l.price from shop.reservation_line l
        join shop.offer f on f.id = l.offer_id join shop.reservation r using (order_id) where r.committed_at is not null
      except select order_id, product_id, shop_id, quantity, unit_price from orders.order_line)) as differing
  union all
  select 6, o.id::text from orders.purchase_order o left join cart.taken_order t on t.order_id = o.id
  where (o.status not in ('PENDING', 'REJECTED')) <> (t.order_id is not null)
  union all
  -- what was not
  select 7, o.id::text from orders.purchase_order o
  where o.status = 'REJECTED' and (
    exists (select from customer.payment p where p.order_id = o.id and p.outcome = 'PAID')
    or exists (select from shop.reservation r where r.order_id = o.id and r.outcome = 'RESERVED' and r.released_at is null)
    or exists (select from cart.redemption c where c.order_id = o.id and c.outcome = 'REDEEMED' and c.released_at is null))
  union all
  select 8, coalesce(r.order_id, p.order_id, c.order_id)::text
  from (select order_id from shop.reservation where outcome = 'RESERVED' and released_at is null) r
    full join (select order_id from customer.payment where outcome = 'PAID') p using (order_id)
    full join (select order_id from cart.redemption where outcome = 'REDEEMED' and released_at is null) c using (order_id)
  where not exists (select from orders.purchase_order o where o.id = order_id)
  union all
  select 9, o.id::text from orders.purchase_order o
  where (o.promo_code is not null and o.status not in ('PENDING', 'REJECTED', 'CANCELLED')) <> exists (
    select from cart.redemption c where c.order_id = o.id and c.outcome = 'REDEEMED' and c.released_at is null
      and c.code = o.promo_code and c.customer_id = o.customer_id)
  union all
  -- what came of shipments
  select 10, s.order_id || ' ' || s.shop_id from part s left join customer.refund r using (order_id, shop_id)
  where (s.status = 'CANCELLED') <> (r.order_id is not null)
    or (r.gross, r.net, r.discount) is distinct from
      (case when s.status = 'CANCELLED' then s.sum end, case when s.status = 'CANCELLED' then s.total end,
        case when s.status = 'CANCELLED' then s.discount end)
  union all
  select 11, s.order_id || ' ' || s.shop_id from part s left join shop.restock r using (order_id, shop_id)
  where (s.status = 'CANCELLED') <> (r.order_id is not null)
  union all
  select 12, s.order_id || ' ' || s.shop_id from part s left join customer.credit c using (order_id, shop_id)
  where c.gross is distinct from case when s.status = 'RECEIVED' then s.sum end
  union all
  select 13, coalesce(a.owner_id, p.order_id)::text
  from (select owner_id, balance from customer.ledger_account where kind = 'ESCROW') a
    full join (select order_id, sum(sum) filter (where status not in ('CANCELLED', 'RECEIVED')) as held
      from part group by order_id) p on p.order_id = a.owner_id
  where coalesce(a.balance, 0) <> coalesce(p.held, 0)
  union all
  select 14, l.order_id::text from orders.order_line l join orders.purchase_order o on o.id = l.order_id
  where o.status not in ('PENDING', 'REJECTED') and not exists (
    select from shop.offer f join shop.offer_history h on h.offer_id = f.id
    where f.product_id = l.product_id and f.shop_id = l.shop_id and h.price = l.unit_price)
  union all
  -- what the catalogue says
  select 15, p.id::text from product.product p left join live l on l.product_id = p.id
  where p.deleted_at is null and (p.price, p.offer_count, p.offers_in_stock)
    is distinct from (l.price, coalesce(l.offers, 0), coalesce(l.in_stock, 0))
  union all
  select 16, o.id::text from shop.offer o full join product.offer p using (id)
  where (o.product_id, o.shop_id, o.price, o.stock, o.deleted_at is not null)
    is distinct from (p.product_id, p.shop_id, p.price, p.stock, p.deleted)
)
select rule.sentence as rule, count(violation.found) as violations, min(violation.found) as example
from (values
  (1, 'Every order is at an end'),
  (2, 'Nothing is left to be settled'),
  (3, 'Each paid order has one payment, of its amounts'),
  (4, 'Each bought order has a committed reservation'),
  (5, 'What is sold is what was ordered, at its price'),
  (6, 'What was bought has left the cart, and nothing else'),
  (7, 'A rejected order costs nothing and holds nothing'),
  (8, 'Nothing is held or paid for an order that is not there'),
  (9, 'Promo codes are used by the orders that have them'),
  (10, 'Each cancelled shipment is refunded its exact share, and no other'),
  (11, 'Each cancelled shipment is back on the shelf, and no other'),
  (12, 'Each received shipment is paid to its shop, and no other'),
  (13, 'Escrow holds what is between customer and shop'),
  (14, 'Each price is one that the shop has asked'),
  (15, 'The catalogue shows the price and stock of the offers'),
  (16, 'The catalogue knows each offer as its shop does')) as rule (number, sentence)
  left join violation on violation.rule = rule.number
group by rule.number, rule.sentence order by rule.number;
