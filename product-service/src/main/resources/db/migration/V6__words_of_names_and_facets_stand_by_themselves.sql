-- The words of name and brand are few enough to be looked at one card after another, by date; and what facets count stands
-- apart from what is only looked for. Cards that are there get their words by being indexed anew, see Reindexing;
-- facets must be right at once.
alter table product
	add column name_words tsvector not null default '',
	add column facet_keys text[] not null default '{}';

-- These are read of many cards at once: of a card that is too long for its place, what is only shown moves out.
alter table product
	alter column name_words set storage main,
	alter column search_words set storage main,
	alter column filter_keys set storage main,
	alter column facet_keys set storage main;

update product
set facet_keys = array(select substr(key, 6) from unnest(filter_keys) as key where starts_with(key, 'attr.'));

create index product_by_name_word on product using gin (name_words) where deleted_at is null;

-- Whether a word is rare or common decides how it is looked for
alter table product alter column name_words set statistics 1000;
alter table product alter column search_words set statistics 1000;
alter table product alter column filter_keys set statistics 1000;
analyze product;
