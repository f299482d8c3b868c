-- That the tree is a tree stands in the depths: a category is one deeper than its parent, the foreign key keeps that
-- true through every move, and none is deeper than ten. A cycle would have no depth. A deleted category has no depth
-- either, so nothing alive can hang under it.
create table category (
  id             uuid not null,
  parent_id      uuid,
  parent_depth   integer,
  depth          integer generated always as (case when not deleted then coalesce(parent_depth, 0) + 1 end) stored,
  name           text not null,
  slug           text not null,
  tags           text[] not null,
  retiring_since timestamptz,
  deleted        boolean not null default false,
  version        bigint not null,
  changed        xid8 not null,
  constraint category_pk primary key (id),
  constraint category_depth_unique unique (id, depth),
  constraint category_parent_fk foreign key (parent_id, parent_depth) references category (id, depth) on update cascade,
  constraint category_parent_alive check (case when deleted then parent_depth is null
                                               else (parent_id is null) = (parent_depth is null) end),
  constraint category_depth_limit check (depth <= 10),
  constraint category_name_length check (char_length(name) between 1 and 200),
  constraint category_slug_letters check (slug ~ '^[a-z0-9-]{1,100}$'),
  constraint category_tags_limit check (cardinality(tags) <= 20),
  constraint category_deleted_is_done check (not deleted or retiring_since is null)
);

create unique index category_slug_unique on category (slug) where not deleted;
create index category_parent on category (parent_id, parent_depth);
create index category_feed on category (changed, id);

comment on column category.retiring_since is 'its deletion has begun: it takes no children any more';
comment on column category.deleted is 'a tombstone, kept for those who follow the feed';

create function category_is_followed() returns trigger language plpgsql as $$
begin
  new.version := case tg_op when 'INSERT' then 1 else old.version + 1 end;
  new.changed := pg_current_xact_id();
  return new;
end $$;

create trigger category_is_followed before insert or update on category
  for each row execute function category_is_followed();

revoke delete on category from ${runtime};
