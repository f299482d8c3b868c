-- Each row is a rule, with how many break it and one that does. Read by the service on a schedule and by whoever audits the store.
drop view if exists audit;
create view audit as

with entry as (
  select transfer_id, count(*) as entries, sum(amount) as amount from ledger_entry group by transfer_id
), account as (
  select account_kind, account_owner_id, sum(amount) as amount, count(*) as entries, max(number) as last
  from ledger_entry where number is not null group by account_kind, account_owner_id
), store as (
  select uuid '00000000-0000-0000-0000-000000000000' as id
), promised as (
  select transfer_id, 'WALLET' as kind, customer_id as owner_id, -total as amount from payment where total > 0
  union all select transfer_id, 'PROMOTIONS', store.id, -discount from payment, store where discount > 0
  union all select transfer_id, 'ESCROW', order_id, sum from payment
  union all select r.transfer_id, 'WALLET', p.customer_id, net from refund r join payment p using (order_id) where net > 0
  union all select transfer_id, 'PROMOTIONS', store.id, discount from refund, store where discount > 0
  union all select transfer_id, 'ESCROW', order_id, -gross from refund
  union all select transfer_id, 'SHOP', shop_id, gross from credit
  union all select transfer_id, 'ESCROW', order_id, -gross from credit
), moved as (
  select transfer_id, account_kind as kind, account_owner_id as owner_id, amount
  from ledger_entry join ledger_transfer t on t.id = transfer_id where t.kind in ('PAYMENT', 'REFUND', 'SALE')
), violation (rule, found) as (
  select 1, 'by ' || sum(amount) from ledger_entry having sum(amount) <> 0
  union all
  select 2, t.id::text from ledger_transfer t left join entry e on e.transfer_id = t.id
  where e.entries is null or e.entries < 2 or e.amount <> 0
  union all
  select 3, a.kind || ' ' || a.owner_id
  from ledger_account a left join account e on (e.account_kind, e.account_owner_id) = (a.kind, a.owner_id)
  where a.balance is not null
    and (a.balance < 0 or a.balance <> coalesce(e.amount, 0)
      or a.entries <> coalesce(e.entries, 0) or a.entries <> coalesce(e.last, 0))
  union all
  select 4, transfer_id::text from (
    (select * from promised where transfer_id is not null except select * from moved)
    union all (select * from moved except select * from promised)) as differing
  union all
  select 5, p.order_id::text
  from payment p
    left join (select order_id, sum(gross) as gross, sum(net) as net from refund group by order_id) r using (order_id)
    left join (select order_id, sum(gross) as gross from credit group by order_id) c using (order_id)
  where coalesce(r.gross, 0) + coalesce(c.gross, 0) > p.sum or coalesce(r.net, 0) > p.total
    or (p.outcome <> 'PAID' and (r.order_id is not null or c.order_id is not null))
  union all
  select 6, t.id::text from ledger_transfer t
  where (t.kind = 'TOP_UP' and not exists (select from top_up where transfer_id = t.id))
    or (t.kind = 'PAYOUT' and not exists (select from payout where transfer_id = t.id))
)
select rule.sentence as rule, count(violation.found) as violations, min(violation.found) as example
from (values
  (1, 'All entries of the ledger add up to nothing'),
  (2, 'Each transfer has two or more entries that add up to nothing'),
  (3, 'Each balance is the sum of its entries, and not negative'),
  (4, 'Each payment, refund and sale moved what was asked for, once'),
  (5, 'No order gives more back, or to shops, than was paid for it'),
  (6, 'Each top-up and payout has its idempotency key')) as rule (number, sentence)
  left join violation on violation.rule = rule.number
group by rule.number, rule.sentence order by rule.number;
