create table address (
  id uuid constraint address_pk primary key,
  customer_id uuid not null constraint address_customer_fk references customer,
  city text not null,
  street text not null,
  building text not null,
  apartment text,
  postal_code text,
  recipient text not null,
  phone text not null,
  preferred boolean not null,
  constraint address_lengths check (
    length(city) between 1 and 100 and length(street) between 1 and 100 and length(building) between 1 and 100
    and length(apartment) between 1 and 20 and length(postal_code) between 1 and 20
    and length(recipient) between 1 and 100 and length(phone) between 5 and 30)
);

create index address_by_customer on address (customer_id, id);
create unique index address_one_preferred on address (customer_id) where preferred;
