-- Each row is a rule, with how many break it and one that does. Read by the service on a schedule and by whoever audits the store.
drop view if exists audit;
create view audit as

with standing as (
  select code, customer_id, count(*) as uses from redemption
  where outcome = 'REDEEMED' and released_at is null group by code, customer_id
), violation (rule, found) as (
  select 1, p.code from promo_code p left join (
    select code, sum(uses) as uses from standing group by code) s using (code)
  where p.used <> least(coalesce(s.uses, 0), coalesce(p.usage_limit, s.uses, 0))
  union all
  select 2, p.code from promo_code p where p.used > p.usage_limit
  union all
  -- a code that was deleted and made anew has limits for what came afterwards
  select 3, p.code || ' ' || r.customer_id from promo_code p join redemption r using (code)
  where r.outcome = 'REDEEMED' and r.released_at is null and r.decided_at >= p.created_at
  group by p.code, r.customer_id having count(*) > p.per_customer_limit
  union all
  select 4, cart_id::text from cart_line group by cart_id having count(*) > 100
)
select rule.sentence as rule, count(violation.found) as violations, min(violation.found) as example
from (values
  (1, 'Each promo code counts the orders that use it'),
  (2, 'No promo code is used more often than it may be'),
  (3, 'No customer uses a promo code more often than he may'),
  (4, 'No cart has more than a hundred lines')) as rule (number, sentence)
  left join violation on violation.rule = rule.number
group by rule.number, rule.sentence order by rule.number;
