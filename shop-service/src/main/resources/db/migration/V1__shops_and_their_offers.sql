-- What others follow carries a version that only grows and the transaction that changed it last; by trigger, so nobody forgets.
create function stamp() returns trigger language plpgsql as $$
begin
  new.version := case tg_op when 'INSERT' then 1 else old.version + 1 end;
  new.changed := pg_current_xact_id();
  new.updated_at := clock_timestamp();
  return new;
end $$;

create table shop (
  id uuid primary key,
  owner_id uuid not null,
  -- people read the list: Ә stands beside А
  name text collate "und-x-icu" not null constraint shop_name_length check (char_length(name) between 1 and 200),
  city text not null constraint shop_city_length check (char_length(city) between 1 and 100),
  address text not null constraint shop_address_length check (char_length(address) between 1 and 300),
  phone text not null constraint shop_phone_length check (char_length(phone) between 1 and 50),
  hours text constraint shop_hours_length check (char_length(hours) between 1 and 200),
  lat double precision constraint shop_lat_range check (lat between -90 and 90),
  lon double precision constraint shop_lon_range check (lon between -180 and 180),
  status text not null default 'PENDING' constraint shop_status_known check (status in ('PENDING', 'ACTIVE', 'SUSPENDED')),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null,
  version bigint not null,
  changed xid8 not null,
  constraint shop_location_whole check ((lat is null) = (lon is null))
);
create index shop_by_name on shop (name, id);
create index shop_by_owner on shop (owner_id);
create index shop_feed on shop (changed, id);
create trigger shop_stamp before insert or update on shop for each row execute function stamp();

-- What this service knows of a product's card. A retired one takes no offers any more; one that was retired unseen has no name.
create table card (
  product_id uuid primary key,
  name text,
  retired_at timestamptz,
  checked_at timestamptz not null default clock_timestamp(),
  constraint card_name_known check (name is not null or retired_at is not null)
);
create index card_due on card (checked_at) where retired_at is null;

-- One row per shop and product for ever: a deleted offer is a tombstone, and lives again when the product is offered again.
-- So its version never falls back, and what orders give back comes to the offer that is on sale.
create table offer (
  id uuid primary key,
  shop_id uuid not null constraint offer_shop references shop,
  product_id uuid not null constraint offer_card references card,
  sku text constraint offer_sku_length check (char_length(sku) between 1 and 64),
  price numeric(16, 2) not null constraint offer_price_range check (price between 0.01 and 100000000),
  -- no upper bound: what a cancelled order gives back must always find room
  stock integer not null constraint offer_stock_not_negative check (stock >= 0),
  created_at timestamptz not null default clock_timestamp(),
  deleted_at timestamptz,
  updated_at timestamptz not null,
  version bigint not null,
  changed xid8 not null,
  constraint offer_once_per_shop unique (shop_id, product_id)
);
create unique index offer_sku_once_per_shop on offer (shop_id, sku) where deleted_at is null;
create index offer_of_shop on offer (shop_id, id) where deleted_at is null;
create index offer_of_product on offer (product_id) where deleted_at is null;
create index offer_feed on offer (changed, id);
create trigger offer_stamp before insert or update on offer for each row execute function stamp();

create table offer_history (
  offer_id uuid not null constraint offer_history_offer references offer,
  version bigint not null,
  at timestamptz not null,
  price numeric(16, 2) not null,
  stock integer not null,
  primary key (offer_id, version)
);

create table reservation (
  order_id uuid primary key,
  outcome text not null constraint reservation_outcome_known
    check (outcome in ('RESERVED', 'OUT_OF_STOCK', 'PRICE_CHANGED', 'EXPIRED', 'RELEASED')),
  decided_at timestamptz not null default clock_timestamp(),
  committed_at timestamptz,
  released_at timestamptz,
  constraint reservation_committed_or_released check (committed_at is null or released_at is null),
  constraint reservation_committed_if_reserved check (committed_at is null or outcome = 'RESERVED'),
  constraint reservation_released_if_held_or_marked
    check (case outcome when 'RESERVED' then true when 'RELEASED' then released_at is not null else released_at is null end)
);

-- What is held for an order.
create table reservation_line (
  order_id uuid not null constraint reservation_line_reservation references reservation,
  offer_id uuid not null constraint reservation_line_offer references offer,
  quantity integer not null constraint reservation_line_quantity_positive check (quantity > 0),
  price numeric(16, 2) not null,
  primary key (order_id, offer_id)
);

-- Why an order was refused: what stood there in that moment. Of an offer that never was there is no offer to refer to.
create table reservation_refusal (
  order_id uuid not null constraint reservation_refusal_reservation references reservation,
  product_id uuid not null,
  shop_id uuid not null,
  price numeric(16, 2) not null,
  available integer not null constraint reservation_refusal_available_not_negative check (available >= 0),
  primary key (order_id, product_id, shop_id)
);

create table restock (
  order_id uuid not null constraint restock_reservation references reservation,
  shop_id uuid not null constraint restock_shop references shop,
  at timestamptz not null default clock_timestamp(),
  primary key (order_id, shop_id)
);

-- An offer's stock is the sum of its movements at every instant.
create table stock_movement (
  id bigint generated always as identity primary key,
  offer_id uuid not null constraint stock_movement_offer references offer,
  kind text not null,
  quantity integer not null,
  order_id uuid constraint stock_movement_reservation references reservation,
  at timestamptz not null default clock_timestamp(),
  constraint stock_movement_of_its_kind check (case kind
    when 'OPENING' then order_id is null and quantity <> 0
    when 'ADJUSTMENT' then order_id is null and quantity <> 0
    when 'SALE' then order_id is not null and quantity < 0
    when 'RELEASE' then order_id is not null and quantity > 0
    when 'RESTOCK' then order_id is not null and quantity > 0
    else false end),
  constraint stock_movement_once_per_order unique (order_id, offer_id, kind)
);
create index stock_movement_of_offer on stock_movement (offer_id);

-- The service cannot rewrite the past, nor make anything vanish.
revoke delete on shop, card, offer, reservation from ${runtime};
revoke update, delete on stock_movement, offer_history, reservation_line, reservation_refusal, restock from ${runtime};
