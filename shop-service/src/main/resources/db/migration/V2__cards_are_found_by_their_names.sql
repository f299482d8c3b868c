-- whether a name is one card's alone is asked for every line of a price list
create index card_by_name on card (name);
