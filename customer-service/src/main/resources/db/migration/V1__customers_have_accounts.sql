create table customer (
  id uuid constraint customer_pk primary key,
  -- by bytes, so that one index serves uniqueness, order and prefixes
  username text collate "C" not null constraint customer_username_unique unique,
  password_hash text not null,
  full_name text,
  email text,
  roles text[] not null,
  status text not null default 'ACTIVE',
  created_at timestamptz not null default clock_timestamp(),
  constraint customer_username_form check (username ~ '^[a-z0-9._-]{3,32}$'),
  constraint customer_full_name_length check (length(full_name) between 1 and 100),
  constraint customer_email_length check (length(email) between 1 and 254),
  constraint customer_roles_known check (roles <@ array['CUSTOMER', 'ADMIN'] and 'CUSTOMER' = any (roles)),
  constraint customer_status_known check (status in ('ACTIVE', 'DISABLED'))
);

revoke delete on customer from ${runtime};

-- whoever audits the store has no use for passwords, hashed as they are
revoke select on customer from auditor;
grant select (id, username, full_name, email, roles, status, created_at) on customer to auditor;
