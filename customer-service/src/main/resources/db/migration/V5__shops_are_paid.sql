-- What a shop got for its part of an order, once the customer has it.
create table credit (
  order_id uuid not null constraint credit_payment_fk references payment,
  shop_id uuid not null,
  gross numeric(16, 2) not null constraint credit_gross_positive check (gross > 0),
  transfer_id uuid not null constraint credit_transfer_unique unique
    constraint credit_transfer_fk references ledger_transfer,
  answered_at timestamptz not null default clock_timestamp(),
  constraint credit_pk primary key (order_id, shop_id)
);

-- a shop's part of an order goes back or to the shop, never both
create unique index ledger_transfer_one_end on ledger_transfer (order_id, shop_id) where kind in ('REFUND', 'SALE');

-- A client's key lives in the payout that it made.
create table payout (
  caller_id uuid not null constraint payout_caller_fk references customer,
  idempotency_key text not null,
  request_hash text not null,
  shop_id uuid not null,
  transfer_id uuid not null constraint payout_transfer_unique unique
    constraint payout_transfer_fk references ledger_transfer deferrable initially deferred,
  constraint payout_pk primary key (caller_id, idempotency_key),
  constraint payout_key_length check (length(idempotency_key) between 1 and 255)
);

revoke update, delete on credit, payout from ${runtime};
