-- Which orders held something at a moment of which a price list speaks: those that had not come to an end before it.
create index reservation_by_its_end on reservation (coalesce(committed_at, released_at, 'infinity')) where outcome = 'RESERVED';
