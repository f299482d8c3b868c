alter table purchase_order
	add column promo_code text constraint promo_code_is_short check (length(promo_code) between 1 and 40),
	drop constraint step_is_known,
	add constraint step_is_known check (step in ('BEGIN', 'RESERVE', 'REDEEM', 'PAY', 'FINISH', 'RELEASE', 'END')),
	drop constraint payment_goes_with_the_step,
	add constraint payment_goes_with_the_step check (case
		when step in ('BEGIN', 'RESERVE', 'REDEEM', 'PAY', 'RELEASE') then payment_status = 'PENDING'
		when step = 'FINISH' then payment_status = 'PAID'
		when status = 'REJECTED' then payment_status = 'FAILED'
		else payment_status in ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED') end),
	add constraint only_a_code_is_redeemed check (step <> 'REDEEM' or promo_code is not null);

grant update (promo_code) on purchase_order to ${runtime};

alter table shipment
	add column delivered_at timestamptz,
	add constraint delivered_at_some_time check ((delivered_at is not null) = (status in ('DELIVERED', 'RECEIVED')));

grant update (delivered_at) on shipment to ${runtime};

-- an order's id begins with its time, so a shop's list is in the order of ids
create index shipment_of_shop on shipment (shop_id, order_id desc);
create index shipment_to_be_received on shipment (delivered_at) where status = 'DELIVERED';

alter table settlement
	drop constraint kind_is_known,
	add constraint kind_is_known check (kind in ('RESTOCK', 'REFUND', 'CREDIT', 'UNREDEEM'));

-- a code is given back with the last shipment, once
create unique index unredeemed_once on settlement (order_id) where kind = 'UNREDEEM';
-- a shop's share goes back or to the shop, never both
create unique index one_end_per_share on settlement (order_id, shop_id) where kind in ('REFUND', 'CREDIT');
