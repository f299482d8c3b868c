-- An account of the ledger belongs to a customer (WALLET), a shop (SHOP), an order (ESCROW) or the store itself
-- (PROMOTIONS, OUTSIDE). Only the store's own may be negative; they have no balance here, so that no row of theirs is hot.
create table ledger_account (
  kind text not null,
  owner_id uuid not null,
  balance numeric(16, 2),
  entries bigint,
  constraint ledger_account_pk primary key (kind, owner_id),
  constraint ledger_account_kind_known check (kind in ('WALLET', 'SHOP', 'ESCROW', 'PROMOTIONS', 'OUTSIDE')),
  constraint ledger_account_has_balance check ((balance is null) = (kind in ('PROMOTIONS', 'OUTSIDE'))),
  constraint ledger_account_counts_entries check ((balance is null) = (entries is null)),
  constraint ledger_account_not_negative check (balance >= 0)
);

insert into ledger_account (kind, owner_id) values
  ('PROMOTIONS', '00000000-0000-0000-0000-000000000000'),
  ('OUTSIDE', '00000000-0000-0000-0000-000000000000');

create table ledger_transfer (
  id uuid constraint ledger_transfer_pk primary key,
  kind text not null,
  order_id uuid,
  shop_id uuid,
  at timestamptz not null default clock_timestamp(),
  constraint ledger_transfer_kind_known check (kind in ('TOP_UP', 'PAYMENT', 'REFUND', 'SALE', 'PAYOUT')),
  constraint ledger_transfer_of_order check ((order_id is not null) = (kind in ('PAYMENT', 'REFUND', 'SALE'))),
  constraint ledger_transfer_of_shop check ((shop_id is not null) = (kind in ('REFUND', 'SALE')))
);

-- an order is paid for once; a shop's part of it is refunded once, sold once
create unique index ledger_transfer_once on ledger_transfer (order_id, kind, shop_id) nulls not distinct
  where order_id is not null;

create table ledger_entry (
  id uuid constraint ledger_entry_pk primary key,
  transfer_id uuid not null constraint ledger_entry_transfer_fk references ledger_transfer,
  account_kind text not null,
  account_owner_id uuid not null,
  amount numeric(16, 2) not null,
  -- its place among the entries of an account that has a balance: 1, 2, 3, …
  number bigint,
  balance_after numeric(16, 2),
  constraint ledger_entry_account_fk foreign key (account_kind, account_owner_id) references ledger_account,
  constraint ledger_entry_account_once unique (transfer_id, account_kind, account_owner_id),
  constraint ledger_entry_number_unique unique (account_kind, account_owner_id, number),
  constraint ledger_entry_not_zero check (amount <> 0),
  constraint ledger_entry_not_overdrawn check (balance_after >= 0),
  constraint ledger_entry_numbered check (
    (number is null) = (account_kind in ('PROMOTIONS', 'OUTSIDE')) and (number is null) = (balance_after is null)
  )
);

-- What the checks above cannot see, since it spans rows: looked at when the transaction commits.
create function ledger_transfer_balances() returns trigger language plpgsql as $$
declare
  transfer uuid;
begin
  if tg_table_name = 'ledger_transfer' then
    transfer := new.id;
  else
    transfer := new.transfer_id;
  end if;
  if (select count(*) >= 2 and sum(amount) = 0 from ledger_entry where transfer_id = transfer) is not true then
    raise exception 'transfer % has not two or more entries that sum to zero', transfer
      using errcode = 'check_violation', constraint = 'ledger_transfer_balances';
  end if;
  return null;
end $$;

create constraint trigger ledger_transfer_balances after insert on ledger_transfer
  deferrable initially deferred for each row execute function ledger_transfer_balances();
create constraint trigger ledger_transfer_balances after insert on ledger_entry
  deferrable initially deferred for each row execute function ledger_transfer_balances();

create function ledger_entry_continues() returns trigger language plpgsql as $$
begin
  if new.balance_after <> new.amount + coalesce((
      select balance_after from ledger_entry
      where account_kind = new.account_kind and account_owner_id = new.account_owner_id and number = new.number - 1
    ), case new.number when 1 then 0::numeric else 'NaN'::numeric end) then
    raise exception 'entry % does not continue where the one before ended', new.id
      using errcode = 'check_violation', constraint = 'ledger_entry_continues';
  end if;
  return null;
end $$;

create constraint trigger ledger_entry_continues after insert on ledger_entry
  deferrable initially deferred for each row when (new.number is not null) execute function ledger_entry_continues();

create function ledger_account_tells_its_entries() returns trigger language plpgsql as $$
begin
  if not (new.entries = 0 and new.balance = 0) and not exists (
      select from ledger_entry
      where account_kind = new.kind and account_owner_id = new.owner_id
        and number = new.entries and balance_after = new.balance
    ) then
    raise exception 'the balance of % % is not that of its entries', new.kind, new.owner_id
      using errcode = 'check_violation', constraint = 'ledger_account_tells_its_entries';
  end if;
  return null;
end $$;

create constraint trigger ledger_account_tells_its_entries after insert or update on ledger_account
  deferrable initially deferred for each row when (new.balance is not null)
  execute function ledger_account_tells_its_entries();

-- A client's key lives in the top-up that it made.
create table top_up (
  caller_id uuid not null constraint top_up_caller_fk references customer,
  idempotency_key text not null,
  request_hash text not null,
  -- the key is claimed first, the money moves after that, in one transaction
  transfer_id uuid not null constraint top_up_transfer_unique unique
    constraint top_up_transfer_fk references ledger_transfer deferrable initially deferred,
  constraint top_up_pk primary key (caller_id, idempotency_key),
  constraint top_up_key_length check (length(idempotency_key) between 1 and 255)
);

-- What was answered when an order asked to be paid, refusals included.
create table payment (
  order_id uuid constraint payment_pk primary key,
  customer_id uuid not null constraint payment_customer_fk references customer,
  sum numeric(16, 2) not null,
  discount numeric(16, 2) not null,
  total numeric(16, 2) not null,
  deadline timestamptz not null,
  outcome text not null,
  balance numeric(16, 2) not null,
  transfer_id uuid constraint payment_transfer_unique unique constraint payment_transfer_fk references ledger_transfer,
  answered_at timestamptz not null default clock_timestamp(),
  constraint payment_amounts check (sum > 0 and discount >= 0 and total >= 0 and sum = total + discount),
  constraint payment_outcome_known check (outcome in ('PAID', 'INSUFFICIENT_FUNDS', 'EXPIRED')),
  constraint payment_moved_money check ((outcome = 'PAID') = (transfer_id is not null)),
  constraint payment_balance_not_negative check (balance >= 0)
);

create table refund (
  order_id uuid not null constraint refund_payment_fk references payment,
  shop_id uuid not null,
  gross numeric(16, 2) not null,
  net numeric(16, 2) not null,
  discount numeric(16, 2) not null,
  transfer_id uuid not null constraint refund_transfer_unique unique
    constraint refund_transfer_fk references ledger_transfer,
  answered_at timestamptz not null default clock_timestamp(),
  constraint refund_pk primary key (order_id, shop_id),
  constraint refund_amounts check (gross > 0 and net >= 0 and discount >= 0 and gross = net + discount)
);

revoke update, delete on ledger_transfer, ledger_entry, top_up, payment, refund from ${runtime};
revoke update, delete on ledger_account from ${runtime};
grant update (balance, entries) on ledger_account to ${runtime};
