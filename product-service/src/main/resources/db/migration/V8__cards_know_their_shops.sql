-- In which shops a card is to be had, worked out with its price: as a condition of the card itself it is looked up together with
-- the others.
alter table product add column shop_ids uuid[] not null default '{}';

update product set shop_ids = live.shops
from (
	select offer.product_id, array_agg(distinct offer.shop_id) as shops
	from offer join shop on shop.id = offer.shop_id and shop.status = 'ACTIVE'
	where not offer.deleted group by offer.product_id
) as live
where live.product_id = product.id;

create index product_by_shop on product using gin (shop_ids);
alter table product alter column shop_ids set statistics 1000;
analyze product;
