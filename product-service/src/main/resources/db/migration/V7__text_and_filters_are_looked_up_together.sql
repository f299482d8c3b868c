-- Of several indexes that leave out the same rows PostgreSQL uses one, and never looks for what two have in common. So these
-- leave out none, and a deleted card has nothing in them.
update product
set name_words = '', search_words = '', filter_keys = '{}', facet_keys = '{}'
where deleted_at is not null;

drop index product_by_name_word;
drop index product_by_search_word;
drop index product_by_filter_key;

create index product_by_name_word on product using gin (name_words);
create index product_by_search_word on product using gin (search_words);
create index product_by_filter_key on product using gin (filter_keys);
