-- A list of a branch is made of the first cards of each of its categories. By an index of all cards it could be long in the
-- making: names begin with what a thing is, so the first laptop comes after all cases and chargers.
create index product_by_category_newest on product (category_id, created_at, id) where deleted_at is null;
create index product_by_category_and_name on product (category_id, name_key, id) where deleted_at is null;
create index product_by_category_and_price on product (category_id, (coalesce(price, numeric 'Infinity')), id)
	where deleted_at is null;
create index product_by_category_and_price_descending on product (category_id, (coalesce(price, -1)), id)
	where deleted_at is null;
drop index product_by_category;

-- what the planner knows of a partial index it does not use for estimates
create statistics product_price_order on (coalesce(price, numeric 'Infinity')) from product;
create statistics product_price_order_descending on (coalesce(price, -1)) from product;
analyze product;
