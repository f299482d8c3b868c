-- A card is found by the names and tags of its category, and of all above it, too. It carries its category's id as a word
-- without a place; which categories a typed word means is looked up when somebody searches, so that renaming or moving a
-- branch touches no card.
update product set search_words = search_words || array_to_tsvector(array['category:' || category_id]);

alter table category add column name text not null default '', add column slug text not null default '';

create table category_word (
	category_id uuid not null constraint category_word_category_fk references category,
	word text not null,
	-- of word, see Sound
	sound text not null,
	constraint category_word_pk primary key (category_id, word)
);

create index category_word_by_word on category_word (word text_pattern_ops);
create index category_word_by_sound on category_word (sound);

-- told again from the beginning, names and tags included
update category set version = 0;
update feed_position set position = '0' where feed = 'categories';

-- how a word sounds, whatever letters it is written in
alter table spelling add column sound text not null default '';
create index spelling_by_sound on spelling (sound text_pattern_ops);
