-- The last price list of each shop. What it says of stock holds for the moment when it was first sent; of one
-- that was ended on its way, what came of the lines that are done.
create table price_list (
  shop_id uuid primary key constraint price_list_shop references shop,
  digest bytea not null constraint price_list_digest_is_a_sha_256 check (octet_length(digest) = 32),
  forced boolean not null,
  first_sent_at timestamptz not null default clock_timestamp(),
  last_sent_at timestamptz not null default clock_timestamp(),
  report jsonb
);

revoke delete on price_list from ${runtime};

-- most offers of a list have no order since
create index stock_movement_of_orders on stock_movement (offer_id, at) where order_id is not null;
