-- What category-service and shop-service told last: filled from their feeds, never by anybody else.
-- A version counts within the database cluster that it comes from.

create table category (
	id uuid constraint category_pk primary key,
	parent_id uuid,
	deleted boolean not null,
	cluster text not null,
	version bigint not null,
	-- ours: since then no card may enter it
	retired_at timestamptz
);

create index category_by_parent on category (parent_id);

create table shop (
	id uuid constraint shop_pk primary key,
	name text not null,
	status text not null,
	cluster text not null,
	version bigint not null
);

-- no foreign keys: the feeds do not wait for one another
create table offer (
	id uuid constraint offer_pk primary key,
	product_id uuid not null,
	shop_id uuid not null,
	price numeric(16, 2) not null,
	stock integer not null constraint offer_stock_not_negative check (stock >= 0),
	deleted boolean not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	cluster text not null,
	version bigint not null
);

create index offer_by_product on offer (product_id) where not deleted;
create index offer_by_shop on offer (shop_id, product_id) where not deleted;

create table feed_position (
	feed text constraint feed_position_pk primary key,
	cluster text not null,
	position text not null
);

insert into feed_position (feed, cluster, position)
values ('categories', '', '0'), ('shops', '', '0'), ('offers', '', '0');

create table product (
	id uuid constraint product_pk primary key,
	name text not null constraint product_name_length check (char_length(name) between 1 and 200),
	description text constraint product_description_length check (char_length(description) between 1 and 10000),
	brand text constraint product_brand_length check (char_length(brand) between 1 and 80),
	category_id uuid not null constraint product_category_fk references category (id),
	tags jsonb not null constraint product_tags_at_most_20 check (jsonb_array_length(tags) <= 20),
	attributes jsonb not null constraint product_attributes_at_most_60 check (jsonb_array_length(attributes) <= 60),
	images jsonb not null constraint product_images_at_most_12 check (jsonb_array_length(images) <= 12),
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz,
	-- how the card is found, see SearchEntry
	name_key text collate "unicode" not null,
	filter_keys text[] not null,
	search_words tsvector not null,
	-- worked out from the live offers, see ProductPrices
	price numeric(16, 2),
	offer_count integer not null default 0,
	offers_in_stock integer not null default 0,
	best_offer_id uuid,
	best_shop_id uuid,
	best_rule text,
	constraint product_offers_in_stock_are_offers check (offers_in_stock between 0 and offer_count),
	constraint product_price_with_offers check ((price is null) = (offer_count = 0)),
	constraint product_best_offer_in_stock check (num_nulls(best_offer_id, best_shop_id, best_rule) = case when offers_in_stock = 0 then 3 else 0 end),
	constraint product_best_rule_known check (best_rule in ('ONLY_OFFER', 'LOWEST_PRICE', 'LONGEST_ON_SALE'))
);

create index product_by_category on product (category_id) where deleted_at is null;
create index product_by_filter_key on product using gin (filter_keys) where deleted_at is null;
create index product_by_search_word on product using gin (search_words) where deleted_at is null;
create index product_newest on product (created_at, id) where deleted_at is null;
create index product_by_name on product (name_key, id) where deleted_at is null;
create index product_by_price on product ((coalesce(price, numeric 'Infinity')), id) where deleted_at is null;
create index product_by_price_descending on product ((coalesce(price, -1)), id) where deleted_at is null;

-- products whose price and stock must be worked out again
create table stale_product (
	product_id uuid constraint stale_product_pk primary key
);

-- all words that a card was ever found by, to mend a visitor's typing
create table spelling (
	word text constraint spelling_pk primary key,
	latin text not null
);

create index spelling_by_likeness on spelling using gist (latin extensions.gist_trgm_ops (siglen = 32));

-- cards stay when they are deleted, and so do the facts about categories
revoke delete on product, category, spelling, feed_position from ${runtime};
