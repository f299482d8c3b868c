-- A login is a family of refresh tokens; its id is the sid of access tokens.
create table login (
  id uuid constraint login_pk primary key,
  customer_id uuid not null constraint login_customer_fk references customer,
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  -- when its last token does
  expires_at timestamptz not null
);

create index login_by_customer on login (customer_id);
create index login_by_expiry on login (expires_at);

create table refresh_token (
  hash bytea constraint refresh_token_pk primary key,
  login_id uuid not null constraint refresh_token_login_fk references login on delete cascade,
  -- whose successor it is; several have the same only when a spent one was sent again within the grace
  predecessor bytea,
  issued_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  spent_at timestamptz,
  constraint refresh_token_hash_is_sha256 check (octet_length(hash) = 32)
);

create index refresh_token_by_login on refresh_token (login_id);
create index refresh_token_by_predecessor on refresh_token (predecessor);
create index refresh_token_by_expiry on refresh_token (expires_at);

-- Each key signs from signs_from until the next one does, and is published before and after.
create table signing_key (
  id text constraint signing_key_pk primary key,
  private_jwk text not null,
  signs_from timestamptz not null
);

revoke update on signing_key from ${runtime};
revoke all on signing_key from auditor;
