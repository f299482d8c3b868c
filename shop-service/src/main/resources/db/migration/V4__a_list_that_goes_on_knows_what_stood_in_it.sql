-- The products of the lines that are done, of a price list that was ended on its way; in pieces, since a list may have a million.
create table price_list_claims (
  id bigint generated always as identity primary key,
  shop_id uuid not null constraint price_list_claims_list references price_list,
  products bytea not null constraint price_list_claims_have_eight_bytes_each
    check (octet_length(products) > 0 and octet_length(products) % 8 = 0)
);
create index price_list_claims_of_list on price_list_claims (shop_id);

-- of these nobody knows; their lists are looked at whole
update price_list set report = null where report is not null;
