-- A card that was indexed in an older way than the service does now is indexed anew in the background, see Reindexing.
alter table product add column indexed smallint not null default 0;
create index product_by_indexing on product (indexed) where deleted_at is null;

-- what is left of a short word without one of its letters, see Typo; and since when a search may mean the word, so that
-- the pages of one search mean the same
alter table spelling
	add column deletions text[] not null default '{}',
	add column learnt_at timestamptz not null default '-infinity';
alter table spelling alter column learnt_at set default now();

create index spelling_by_deletion on spelling using gin (deletions);
create index spelling_by_beginning on spelling (word text_pattern_ops);
