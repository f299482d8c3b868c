-- Each row is a rule, with how many break it and one that does. Read by the service on a schedule and by whoever audits the store.
drop view if exists audit;
create view audit as

with live as (
  select o.*, o.stock > 0 as in_stock, min(o.price) filter (where o.stock > 0) over (partition by o.product_id) as lowest
  from offer o join shop s on s.id = o.shop_id and s.status = 'ACTIVE' where not o.deleted
), worked_out as (
  select product_id, coalesce(min(price) filter (where in_stock), min(price)) as price,
    count(*) as offers, count(*) filter (where in_stock) as offers_in_stock,
    (array_agg(id order by price, created_at, id) filter (where in_stock))[1] as best_offer,
    (array_agg(shop_id order by price, created_at, id) filter (where in_stock))[1] as best_shop,
    case when not bool_or(in_stock) then null
      when count(*) = 1 then 'ONLY_OFFER'
      when count(*) filter (where in_stock and price = lowest) = 1 then 'LOWEST_PRICE'
      else 'LONGEST_ON_SALE' end as best_rule,
    array_agg(distinct shop_id) as shops
  from live group by product_id
), violation (rule, found) as (
  select 1, p.id::text from product p left join worked_out w on w.product_id = p.id
  where p.deleted_at is null
    and (p.price, p.offer_count, p.offers_in_stock, p.best_offer_id, p.best_shop_id, p.best_rule, p.shop_ids) is distinct from
      (w.price, coalesce(w.offers, 0), coalesce(w.offers_in_stock, 0), w.best_offer, w.best_shop, w.best_rule, coalesce(w.shops, '{}'))
    -- whoever changes an offer notes in the same transaction that this is to be done
    and not exists (select from stale_product s where s.product_id = p.id)
    and not exists (select from offer f join stale_shop t using (shop_id) where f.product_id = p.id and f.product_id > t.after_product)
  union all
  select 2, p.id::text from product p join category c on c.id = p.category_id
  where p.deleted_at is null and c.retired_at is not null
  union all
  select 3, coalesce(counted.category_id, there.category_id)::text
  from (
    select category_id, sum(cards) as cards
    from (select category_id, cards from card_count union all select category_id, cards from card_count_change) as each_count
    group by category_id
  ) as counted full join (
    select category_id, count(*) as cards from product where deleted_at is null group by category_id
  ) as there using (category_id)
  where coalesce(counted.cards, 0) <> coalesce(there.cards, 0)
)
select rule.sentence as rule, count(violation.found) as violations, min(violation.found) as example
from (values
  (1, 'Each card shows the price, the stock, the shops and the best of its live offers, or is about to'),
  (2, 'No card is in a category that takes none any more'),
  (3, 'Each category counts the cards that are in it')) as rule (number, sentence)
  left join violation on violation.rule = rule.number
group by rule.number, rule.sentence order by rule.number;
