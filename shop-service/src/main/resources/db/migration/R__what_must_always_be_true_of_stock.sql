-- Each row is a rule, with how many break it and one that does. Read by the service on a schedule and by whoever audits the store.
drop view if exists audit;
create view audit as

with held as (
  select l.order_id, l.offer_id, o.shop_id, l.quantity, l.price, r.outcome, r.committed_at, r.released_at
  from reservation_line l join reservation r using (order_id) join offer o on o.id = l.offer_id
), due as (
  select order_id, offer_id, 'SALE' as kind, -quantity as quantity from held
  union all select order_id, offer_id, 'RELEASE', quantity from held where released_at is not null
  union all select order_id, offer_id, 'RESTOCK', quantity from held join restock using (order_id, shop_id)
), moved as (
  select order_id, offer_id, kind, quantity from stock_movement where order_id is not null
), violation (rule, found) as (
  select 1, o.id::text from offer o left join (
    select offer_id, sum(quantity) as quantity from stock_movement group by offer_id) m on m.offer_id = o.id
  where o.stock < 0 or o.stock <> coalesce(m.quantity, 0)
  union all
  select 2, order_id::text from (
    select *, 1 as times from due union all select *, -1 from moved) as both_sides
  group by order_id, offer_id, kind, quantity having sum(times) <> 0
  union all
  select 3, order_id::text from held where outcome <> 'RESERVED'
  union all
  select 3, order_id::text from reservation r
  where outcome = 'RESERVED' and not exists (select from reservation_line l where l.order_id = r.order_id)
  union all
  select 4, k.order_id || ' ' || k.shop_id from restock k
  where not exists (select from held h where h.order_id = k.order_id and h.shop_id = k.shop_id and h.committed_at is not null)
  union all
  select 5, h.order_id::text from held h
  where not exists (select from offer_history v where v.offer_id = h.offer_id and v.price = h.price)
  union all
  select 6, o.id::text from offer o
  where o.price is distinct from (
    select price from offer_history h where h.offer_id = o.id order by h.version desc limit 1)
)
select rule.sentence as rule, count(violation.found) as violations, min(violation.found) as example
from (values
  (1, 'Each stock is the sum of its movements, and not negative'),
  (2, 'What orders took and gave back moved once, as it was held'),
  (3, 'A reservation holds something, a refused one nothing'),
  (4, 'Nothing is restocked that was not sold'),
  (5, 'What is reserved has a price that the offer had'),
  (6, 'Each price is the last of its history')) as rule (number, sentence)
  left join violation on violation.rule = rule.number
group by rule.number, rule.sentence order by rule.number;
