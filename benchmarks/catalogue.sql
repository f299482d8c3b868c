-- Cards :from + 1 to :to of a made-up catalogue, and three offers of each. Everything follows from the number of the card.
begin;
set local search_path = product, extensions;
with card as (
	select n,
		(array['Samsung', 'Apple', 'Xiaomi', 'ASUS', 'Lenovo', 'Sony', 'Huawei', 'LG', 'HP', 'Acer', 'Honor', 'Philips',
			'Canon', 'JBL', 'Bosch', 'Logitech', 'MSI', 'Dell', 'TP-Link', 'Kingston'])
			[1 + (hashint8(n) & 2147483647) % 20] as brand,
		(array['phone', 'laptop', 'tablet', 'headphones', 'monitor', 'camera', 'router', 'charger', 'printer', 'ssd',
			'keyboard', 'mouse', 'speaker', 'watch', 'tv'])[1 + (hashint8(n * 3) & 2147483647) % 15] as kind,
		(array['Galaxy', 'Ultra', 'Pro', 'Air', 'Gaming', 'Laser', 'Wireless', 'Max', 'Mini', 'Lite'])
			[1 + (hashint8(n * 5) & 2147483647) % 10] as line,
		(array['black', 'white', 'blue', 'red', 'silver'])[1 + (hashint8(n * 7) & 2147483647) % 5] as color,
		(array[4, 8, 16, 32, 64])[1 + (hashint8(n * 11) & 2147483647) % 5] as ram,
		(array[64, 128, 256, 512])[1 + (hashint8(n * 13) & 2147483647) % 4] as storage,
		1000 + (hashint8(n * 17) & 2147483647) % 900000 as price
	from generate_series(:from + 1, :to) as n
), written as (
	select card.*,
		md5('card ' || n)::uuid as id,
		brand || ' ' || line || ' ' || kind || ' ' || storage || 'GB ' || color || ' №' || n as name,
		(select id from category where not deleted order by hashtext(kind || id) limit 1) as category_id
	from card
)
insert into product (id, name, description, brand, category_id, tags, attributes, images, created_at, updated_at,
	name_key, filter_keys, search_words, price, offer_count, offers_in_stock, best_offer_id, best_shop_id, best_rule)
select id, name, 'A made-up ' || kind || '.', brand, category_id, jsonb_build_array('new', kind),
	jsonb_build_array(jsonb_build_object('name', 'RAM', 'value', ram, 'unit', 'GB'),
		jsonb_build_object('name', 'Storage', 'value', storage, 'unit', 'GB'),
		jsonb_build_object('name', 'Color', 'value', color, 'unit', null)),
	'[]', now() - n * interval '1 s', now(), lower(name),
	array['brand' || chr(31) || lower(brand), 'tag' || chr(31) || 'new', 'tag' || chr(31) || kind,
		'attr.RAM' || chr(31) || ram, 'attr.Storage' || chr(31) || storage, 'attr.Color' || chr(31) || color],
	setweight(to_tsvector('simple', brand || ' ' || line || ' ' || kind || ' ' || storage || 'gb ' || storage || ' gb '
			|| color || ' ' || n), 'A')
		|| setweight(to_tsvector('simple', brand || ' new ' || kind), 'B')
		|| setweight(to_tsvector('simple', 'ram ' || ram || ' gb storage ' || storage || ' gb color ' || color), 'C')
		|| array_to_tsvector(array['category:' || category_id]),
	price, 3, 2, md5('offer 1 ' || n)::uuid, (select id from shop order by id limit 1), 'LOWEST_PRICE'
from written
on conflict do nothing;

insert into offer (id, product_id, shop_id, price, stock, deleted, created_at, updated_at, cluster, version)
select md5('offer ' || place || ' ' || n)::uuid, md5('card ' || n)::uuid, shop.id,
	1000 + (hashint8(n * 17) & 2147483647) % 900000 + (place - 1) * 500, case place when 3 then 0 else 10 end, false,
	now(), now(), (select cluster from feed_position where feed = 'offers'), 1
from generate_series(:from + 1, :to) as n, generate_series(1, 3) as place,
	lateral (select id from shop order by id offset place - 1 limit 1) as shop
on conflict do nothing;

insert into spelling (word, latin, sound)
select word, word, word from unnest(array['samsung', 'apple', 'xiaomi', 'asus', 'lenovo', 'sony', 'huawei', 'honor',
	'philips', 'canon', 'bosch', 'logitech', 'phone', 'laptop', 'tablet', 'headphones', 'monitor', 'camera', 'router',
	'charger', 'printer', 'keyboard', 'mouse', 'speaker', 'watch', 'galaxy', 'ultra', 'gaming', 'laser', 'wireless'])
	as word
on conflict do nothing;
commit;
