-- Shops whose products must be worked out again, all up to after_product being marked already. A large shop has more of
-- them than a statement may mark.
create table stale_shop (
	shop_id uuid constraint stale_shop_pk primary key,
	after_product uuid not null default '00000000-0000-0000-0000-000000000000'
);

-- How many cards are directly in a category: what was counted, and what has changed since. Writers of cards only add
-- changes, so that they do not wait for one another; the sum of both is exact at every instant.
create table card_count (
	category_id uuid constraint card_count_pk primary key,
	cards bigint not null
);

create table card_count_change (
	category_id uuid not null,
	cards bigint not null
);

insert into card_count (category_id, cards)
select category_id, count(*) from product where deleted_at is null group by category_id;

create function cards_are_made() returns trigger language plpgsql as $$
begin
	insert into card_count_change (category_id, cards)
	select category_id, count(*) from made where deleted_at is null group by category_id;
	return null;
end $$;

create trigger cards_are_made after insert on product
	referencing new table as made for each statement execute function cards_are_made();

create function card_moves() returns trigger language plpgsql as $$
begin
	insert into card_count_change (category_id, cards)
	select category_id, cards
	from (values (old.category_id, case when old.deleted_at is null then -1 else 0 end),
		(new.category_id, case when new.deleted_at is null then 1 else 0 end)) as change (category_id, cards)
	where cards <> 0;
	return null;
end $$;

-- prices change far more often than this, and do not come here
create trigger card_moves after update of category_id, deleted_at on product for each row
	when ((old.category_id, old.deleted_at) is distinct from (new.category_id, new.deleted_at))
	execute function card_moves();
