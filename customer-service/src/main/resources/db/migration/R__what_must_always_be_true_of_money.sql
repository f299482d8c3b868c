-- Each row is a rule, with how many break it and one that does. Read by the service on a schedule and by whoever audits the store.
drop view if exists audit;
create view audit as

with entry as (
  select transfer_id, count(*) as entries, sum(amount) as amount from ledger_entry group by transfer_id
), account as (
  select account_kind, account_owner_id, sum(amount) as amount, count(*) as entries, max(number) as last
  from ledger_entry group by account_kind, account_owner_id
), store as (
  select uuid '00000000-0000-0000-0000-000000000000' as id
), paid as (
  select * from payment where transfer_id is not null
), promised (transfer_id, transfer_kind, order_id, shop_id, kind, owner_id, amount) as (
  select transfer_id, 'PAYMENT', order_id, null::uuid, 'WALLET', customer_id, -total from paid where total > 0
  union all select transfer_id, 'PAYMENT', order_id, null, 'PROMOTIONS', store.id, -discount from paid, store where discount > 0
  union all select transfer_id, 'PAYMENT', order_id, null, 'ESCROW', order_id, sum from paid
  union all select r.transfer_id, 'REFUND', order_id, shop_id, 'WALLET', p.customer_id, net
    from refund r join payment p using (order_id) where net > 0
  union all select transfer_id, 'REFUND', order_id, shop_id, 'PROMOTIONS', store.id, discount from refund, store where discount > 0
  union all select transfer_id, 'REFUND', order_id, shop_id, 'ESCROW', order_id, -gross from refund
  union all select transfer_id, 'SALE', order_id, shop_id, 'SHOP', shop_id, gross from credit
  union all select transfer_id, 'SALE', order_id, shop_id, 'ESCROW', order_id, -gross from credit
), moved as (
  select t.id, t.kind, t.order_id, t.shop_id, e.account_kind, e.account_owner_id, e.amount
  from ledger_entry e join ledger_transfer t on t.id = e.transfer_id where t.kind in ('PAYMENT', 'REFUND', 'SALE')
), violation (rule, found) as (
  select 1, 'by ' || sum(amount) from ledger_entry having sum(amount) <> 0
  union all
  select 2, coalesce(t.id, e.transfer_id)::text from ledger_transfer t full join entry e on e.transfer_id = t.id
  where t.id is null or e.entries is null or e.entries < 2 or e.amount <> 0
  union all
  select 3, coalesce(a.kind, e.account_kind) || ' ' || coalesce(a.owner_id, e.account_owner_id)
  from ledger_account a full join account e on e.account_kind = a.kind and e.account_owner_id = a.owner_id
  where a.kind is null or a.balance is not null
    and (a.balance < 0 or a.balance <> coalesce(e.amount, 0)
      or a.entries <> coalesce(e.entries, 0) or a.entries <> coalesce(e.last, 0))
  union all
  select 4, account_kind || ' ' || account_owner_id || ' ' || number from (
    select account_kind, account_owner_id, number, amount, balance_after,
      row_number() over one as place, lag(balance_after, 1, 0) over one as balance_before
    from ledger_entry where number is not null
    window one as (partition by account_owner_id, account_kind order by number)) as numbered
  where number <> place or balance_after < 0 or balance_after <> balance_before + amount
  union all
  select 5, transfer_id::text from (
    select *, 1 as times from promised union all select *, -1 from moved) as both_sides
  group by transfer_id, transfer_kind, order_id, shop_id, kind, owner_id, amount having sum(times) <> 0
  union all
  select 6, p.order_id::text
  from payment p
    left join (select order_id, sum(gross) as gross, sum(net) as net, sum(discount) as discount
      from refund group by order_id) r using (order_id)
    left join (select order_id, sum(gross) as gross from credit group by order_id) c using (order_id)
  where coalesce(r.gross, 0) + coalesce(c.gross, 0) > p.sum
    or coalesce(r.net, 0) > p.total or coalesce(r.discount, 0) > p.discount
    or (p.outcome <> 'PAID' and (r.order_id is not null or c.order_id is not null))
  union all
  select 7, coalesce(t.id, k.transfer_id)::text
  from (select id, kind from ledger_transfer where kind in ('TOP_UP', 'PAYOUT')) t
    full join (select transfer_id, 'TOP_UP' as kind from top_up union all select transfer_id, 'PAYOUT' from payout) k
      on k.transfer_id = t.id and k.kind = t.kind
  where t.id is null or k.transfer_id is null
)
select rule.sentence as rule, count(violation.found) as violations, min(violation.found) as example
from (values
  (1, 'All entries of the ledger add up to nothing'),
  (2, 'Each transfer has two or more entries that add up to nothing'),
  (3, 'Each balance is the sum of its entries, and not negative'),
  (4, 'Each entry goes on where the one before ended, never below zero'),
  (5, 'Each payment, refund and sale moved what was asked for, once'),
  (6, 'No order gives more back, or to shops, than was paid for it'),
  (7, 'Each top-up and payout has its idempotency key, and each key its own')) as rule (number, sentence)
  left join violation on violation.rule = rule.number
group by rule.number, rule.sentence order by rule.number;
