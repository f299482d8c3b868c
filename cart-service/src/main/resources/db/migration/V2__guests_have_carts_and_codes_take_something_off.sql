-- Whoever has the cart: a customer, or a guest by what is left of his token (see Owner).
alter table cart rename column customer_id to owner_id;
alter table cart rename constraint cart_one_per_customer to cart_one_per_owner;

alter table cart
  add column promo_code text,
  add column changed_at timestamptz not null default clock_timestamp(),
  add constraint cart_promo_code_length check (length(promo_code) between 3 and 40);

create index cart_by_change on cart (changed_at);

-- a merge has taken fewer than were asked for; until the line is changed
alter table cart_line add column reduced boolean not null default false;

create table promo_code (
  code text constraint promo_code_pk primary key,
  percent integer,
  amount numeric(16, 2),
  min_sum numeric(16, 2),
  starts_at timestamptz,
  ends_at timestamptz,
  usage_limit integer,
  per_customer_limit integer,
  -- counted in the row, so that limits hold in a race; equal to the redemptions that stand
  used integer not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  constraint promo_code_form check (code ~ '^[A-Z0-9_-]{3,40}$'),
  constraint promo_code_percent_or_amount check (num_nonnulls(percent, amount) = 1),
  constraint promo_code_percent_range check (percent between 1 and 100),
  constraint promo_code_amount_positive check (amount > 0),
  constraint promo_code_min_sum_positive check (min_sum > 0),
  constraint promo_code_ends_later check (ends_at > starts_at),
  constraint promo_code_limits_positive check (usage_limit > 0 and per_customer_limit > 0),
  constraint promo_code_used_within_limit check (used >= 0 and used <= coalesce(usage_limit, used))
);

-- What an order was answered about its code, refusals included. A deleted code's redemptions stay.
create table redemption (
  order_id uuid constraint redemption_pk primary key,
  customer_id uuid,
  code text,
  outcome text not null,
  reason text,
  released_at timestamptz,
  decided_at timestamptz not null default clock_timestamp(),
  constraint redemption_outcome_known check (outcome in ('REDEEMED', 'NOT_APPLICABLE', 'EXPIRED', 'RELEASED')),
  constraint redemption_reason_known check (
    (reason is not null) = (outcome = 'NOT_APPLICABLE')
    and reason in ('NOT_STARTED', 'EXPIRED', 'MIN_SUM', 'USED_UP', 'USED_BY_CUSTOMER')),
  constraint redemption_of_somebody check (outcome = 'RELEASED' or (customer_id is not null and code is not null)),
  constraint redemption_released_if_taken check (released_at is null or outcome in ('REDEEMED', 'RELEASED'))
);

create index redemption_by_code on redemption (code, customer_id) where outcome = 'REDEEMED' and released_at is null;

revoke delete on redemption from ${runtime};
