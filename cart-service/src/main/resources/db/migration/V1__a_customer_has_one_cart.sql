create table cart (
  id          uuid not null,
  customer_id uuid not null,
  constraint cart_pk primary key (id),
  constraint cart_one_per_customer unique (customer_id)
);

create table cart_line (
  id             uuid not null,
  cart_id        uuid not null,
  place          integer not null,
  product_id     uuid not null,
  shop_id        uuid not null,
  name           text not null,
  image          text,
  accepted_price numeric(16, 2) not null,
  quantity       integer not null,
  constraint cart_line_pk primary key (id),
  constraint cart_line_cart_fk foreign key (cart_id) references cart (id),
  constraint cart_line_one_per_offer unique (cart_id, product_id, shop_id),
  constraint cart_line_place_unique unique (cart_id, place),
  constraint cart_line_limit check (place between 1 and 100),
  constraint cart_line_quantity_limit check (quantity between 1 and 999),
  constraint cart_line_accepted_price_positive check (accepted_price > 0)
);

comment on column cart_line.place is 'each line has one of a hundred places, so a cart has no more lines';
comment on column cart_line.accepted_price is 'the price when the customer last changed the line';

create table taken_order (
  order_id    uuid not null,
  customer_id uuid not null,
  taken_at    timestamptz not null default clock_timestamp(),
  constraint taken_order_pk primary key (order_id)
);

comment on table taken_order is 'orders whose lines have left the cart; each leaves it once';

revoke update, delete on taken_order from ${runtime};
