-- A store that has had :orders orders, as its services would have left it. Everything follows from the number of an order:
-- every third has two shipments, every fifth a promo code of ten per cent; of ten, five are being prepared, two are received,
-- two cancelled and one is rejected. Fifty shops offer a thousand cards, two of them each. Triggers and foreign keys are off.
begin;
set local session_replication_role = replica;
set local work_mem = '256MB';

create temp table made_offer on commit drop as
select md5('offer ' || place || ' ' || card)::uuid as id, md5('shop ' || (card + place) % 50)::uuid as shop_id,
  md5('card ' || card)::uuid as product_id, card, place, 1000 + 10 * card + 500 * place as price
from generate_series(0, 999) as card, generate_series(0, 1) as place;

create temp table made_order on commit drop as
select n, md5('order ' || n)::uuid as id, md5('customer ' || n % 20000)::uuid as customer_id,
  case when n % 5 = 0 then 'TENTH' end as promo_code,
  (array['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'DELIVERED', 'DELIVERED', 'CANCELLED', 'CANCELLED',
    'REJECTED'])[1 + n / 15 % 10] as status,
  now() - n * interval '1 s' as at
from generate_series(1, :orders) as n;

create temp table made_shipment on commit drop as
select o.*, f.shop_id, f.product_id, f.id as offer_id, f.place, f.price, 1 + n % 3 as quantity,
  f.price * (1 + n % 3) as sum, case when o.promo_code is null then 0 else f.price * (1 + n % 3) / 10 end as discount
from made_order o join made_offer f on f.card = o.n % 1000 and (f.place = 0 or o.n % 3 = 0);

create temp table made_sum on commit drop as
select id, sum(sum) as sum, sum(discount) as discount, sum(sum) - sum(discount) as total from made_shipment group by id;

-- shops and what they offer
insert into shop.shop (id, owner_id, name, city, address, phone, status, updated_at, version, changed)
select md5('shop ' || n)::uuid, md5('customer ' || n)::uuid, 'Shop ' || n, 'Almaty', 'Dostyk Avenue 1', '+77010000001', 'ACTIVE',
  now(), 1, '1' from generate_series(0, 49) as n;
insert into shop.card (product_id, name) select distinct product_id, 'Card ' || card from made_offer;
insert into shop.offer (id, shop_id, product_id, price, stock, updated_at, version, changed)
select id, shop_id, product_id, price, 1000000, now(), 1, '1' from made_offer;
insert into shop.offer_history (offer_id, version, at, price, stock)
select id, 1, now() - :orders * interval '2 s', price, 1000000 from made_offer;
insert into category.category (id, name, slug, tags, version, changed)
values (md5('category')::uuid, 'Made up', 'made-up', '{}', 1, '1');
insert into product.category (id, name, slug, deleted, cluster, version)
select id, name, slug, false, (select cluster from product.feed_position where feed = 'categories'), 1 from category.category
on conflict do nothing;
insert into product.shop (id, name, status, cluster, version)
select id, name, status, (select cluster from product.feed_position where feed = 'shops'), 1 from shop.shop;
insert into product.product (id, name, category_id, tags, attributes, images, created_at, updated_at, name_key, filter_keys,
  search_words, price, offer_count, offers_in_stock, best_offer_id, best_shop_id, best_rule, shop_ids)
select product_id, 'Card ' || card, md5('category')::uuid, '[]', '[]', '[]', now(), now(), 'card ' || card, '{}',
  to_tsvector('simple', 'card ' || card), price, 2, 2, id, shop_id, 'LOWEST_PRICE',
  array(select shop_id from made_offer other where other.product_id = made_offer.product_id order by shop_id)
from made_offer where place = 0;
insert into product.card_count (category_id, cards) values (md5('category')::uuid, 1000);

-- stock
insert into shop.reservation (order_id, outcome, decided_at, committed_at, released_at)
select id, 'RESERVED', at, case when status <> 'REJECTED' then at end, case when status = 'REJECTED' then at end from made_order;
insert into shop.reservation_line (order_id, offer_id, quantity, price) select id, offer_id, quantity, price from made_shipment;
insert into shop.restock (order_id, shop_id, at) select id, shop_id, at from made_shipment where status = 'CANCELLED';
insert into shop.stock_movement (offer_id, kind, quantity, order_id, at)
select id, 'OPENING', 1000000, null, now() - :orders * interval '2 s' from made_offer
union all select offer_id, 'SALE', -quantity, id, at from made_shipment
union all select offer_id, 'RELEASE', quantity, id, at from made_shipment where status = 'REJECTED'
union all select offer_id, 'RESTOCK', quantity, id, at from made_shipment where status = 'CANCELLED';
update shop.offer o set stock = m.stock
from (select offer_id, sum(quantity) as stock from shop.stock_movement group by offer_id) m where m.offer_id = o.id;
insert into product.offer (id, product_id, shop_id, price, stock, deleted, created_at, updated_at, cluster, version)
select id, product_id, shop_id, price, stock, false, created_at, updated_at,
  (select cluster from product.feed_position where feed = 'offers'), 1 from shop.offer;

-- carts
insert into cart.promo_code (code, percent, used)
select 'TENTH', 10, count(*) from made_order where promo_code is not null and status not in ('CANCELLED', 'REJECTED');
insert into cart.redemption (order_id, customer_id, code, outcome, released_at, decided_at)
select id, customer_id, promo_code, 'REDEEMED', case when status in ('CANCELLED', 'REJECTED') then at end, at
from made_order where promo_code is not null;
insert into cart.taken_order (order_id, customer_id, taken_at) select id, customer_id, at from made_order where status <> 'REJECTED';

-- orders
insert into orders.purchase_order (id, customer_id, idempotency_key, request_hash, delivery_address, step, status, payment_status,
  sum, discount, total, rejection, placed_at, deadline, lease_until, promo_code)
select id, customer_id, 'key ' || n, repeat('0', 64),
  '{"city": "Almaty", "street": "Abay Avenue", "building": "10", "recipient": "The customer", "phone": "+77010000001"}',
  'END', status, case status when 'REJECTED' then 'FAILED' when 'CANCELLED' then 'REFUNDED' else 'PAID' end,
  s.sum, s.discount, s.total,
  case when status = 'REJECTED' then jsonb_build_object('slug', 'insufficient-funds', 'detail', 'The wallet holds too little.') end,
  at, at + interval '10 min', at, promo_code
from made_order join made_sum s using (id);
insert into orders.shipment (order_id, shop_id, shop_name, status, sum, discount, total, delivered_at)
select id, shop_id, 'A shop', case status when 'DELIVERED' then 'RECEIVED' when 'CANCELLED' then status else 'PREPARING' end,
  sum, discount, sum - discount, case when status = 'DELIVERED' then at end from made_shipment;
insert into orders.order_line (order_id, position, shop_id, product_id, cart_item_id, name, unit_price, quantity)
select id, place + 1, shop_id, product_id, md5('item ' || n || ' ' || place)::uuid, 'Card', price, quantity from made_shipment;
insert into orders.order_history (order_id, at, type, shop_id, detail)
select id, at, type, shop_id, 'So it was.' from (
  select id, at, n, null::uuid as shop_id, unnest(case status when 'REJECTED' then array['PLACED', 'REJECTED']
    else array['PLACED', 'PAID', 'CONFIRMED'] end) as type from made_order
  union all
  select id, at, n, shop_id, unnest(case status when 'DELIVERED' then array['SHIPPED', 'DELIVERED', 'RECEIVED']
    when 'CANCELLED' then array['CANCELLED', 'REFUNDED'] end) from made_shipment) as event
order by n, array_position(array['PLACED', 'PAID', 'CONFIRMED', 'REJECTED', 'SHIPPED', 'DELIVERED', 'RECEIVED', 'CANCELLED',
  'REFUNDED'], type);
insert into orders.settlement (order_id, shop_id, kind, lease_until, done_at)
select id, shop_id, unnest(case status when 'DELIVERED' then array['CREDIT'] when 'CANCELLED' then array['RESTOCK', 'REFUND'] end), at, at
from made_shipment
union all select id, shop_id, 'UNREDEEM', at, at from made_shipment where status = 'CANCELLED' and promo_code is not null and place = 0;

-- money: each order is topped up before it is paid
insert into customer.customer (id, username, password_hash, roles)
select md5('customer ' || n)::uuid, 'made-up-' || n, 'none', array['CUSTOMER'] from generate_series(0, 19999) as n;

create temp table made_transfer on commit drop as
select row_number() over (order by n, turn, shop_id) as number, gen_random_uuid() as id, moved.*
from (
  select n, 1 as turn, 'TOP_UP' as kind, o.id as order_id, null::uuid as shop_id, customer_id, sum, discount, at
  from made_order o join made_sum using (id) where status <> 'REJECTED'
  union all select n, 2, 'PAYMENT', o.id, null, customer_id, sum, discount, at
  from made_order o join made_sum using (id) where status <> 'REJECTED'
  union all select n, 3, case status when 'DELIVERED' then 'SALE' else 'REFUND' end, id, shop_id, customer_id, sum, discount, at
  from made_shipment where status in ('DELIVERED', 'CANCELLED')) as moved;

insert into customer.ledger_transfer (id, kind, order_id, shop_id, at)
select id, kind, case when kind <> 'TOP_UP' then order_id end, shop_id, at from made_transfer;

create temp table made_entry on commit drop as
select t.number, t.id, e.* from made_transfer t, lateral (
  select 'OUTSIDE' as kind, uuid '00000000-0000-0000-0000-000000000000' as owner_id, discount - sum as amount where t.kind = 'TOP_UP'
  union all select 'WALLET', customer_id, sum - discount where t.kind in ('TOP_UP', 'REFUND')
  union all select 'WALLET', customer_id, discount - sum where t.kind = 'PAYMENT'
  union all select 'PROMOTIONS', '00000000-0000-0000-0000-000000000000', -discount where t.kind = 'PAYMENT' and discount > 0
  union all select 'PROMOTIONS', '00000000-0000-0000-0000-000000000000', discount where t.kind = 'REFUND' and discount > 0
  union all select 'ESCROW', order_id, sum where t.kind = 'PAYMENT'
  union all select 'ESCROW', order_id, -sum where t.kind in ('REFUND', 'SALE')
  union all select 'SHOP', shop_id, sum where t.kind = 'SALE') as e;

insert into customer.ledger_entry (id, transfer_id, account_kind, account_owner_id, amount, number, balance_after)
select gen_random_uuid(), id, kind, owner_id, amount,
  case when kind not in ('OUTSIDE', 'PROMOTIONS') then row_number() over one end,
  case when kind not in ('OUTSIDE', 'PROMOTIONS') then sum(amount) over one end
from made_entry window one as (partition by kind, owner_id order by number);
insert into customer.ledger_account (kind, owner_id, balance, entries)
select kind, owner_id, sum(amount), count(*) from made_entry where kind not in ('OUTSIDE', 'PROMOTIONS') group by kind, owner_id;
insert into customer.top_up (caller_id, idempotency_key, request_hash, transfer_id)
select customer_id, 'key ' || n, repeat('0', 64), id from made_transfer where kind = 'TOP_UP';
insert into customer.payment (order_id, customer_id, sum, discount, total, deadline, outcome, balance, transfer_id)
select o.id, o.customer_id, s.sum, s.discount, s.total, o.at + interval '10 min',
  case when o.status = 'REJECTED' then 'INSUFFICIENT_FUNDS' else 'PAID' end, 0, t.id
from made_order o join made_sum s using (id) left join made_transfer t on t.order_id = o.id and t.kind = 'PAYMENT';
insert into customer.refund (order_id, shop_id, gross, net, discount, transfer_id)
select order_id, shop_id, sum, sum - discount, discount, id from made_transfer where kind = 'REFUND';
insert into customer.credit (order_id, shop_id, gross, transfer_id)
select order_id, shop_id, sum, id from made_transfer where kind = 'SALE';
commit;
vacuum analyze;
