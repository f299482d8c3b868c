-- Who may do what in the store's database. Runs as a superuser, in one transaction, at every start.
-- Grants to runtime roles are given as default privileges alone, when a table is made: a migration that
-- revokes some of them (update and delete on ledger entries, say) has the last word.

-- Once

revoke all on database duken from public;
revoke all on schema public from public;

create schema if not exists extensions;
grant usage on schema extensions to public;
create extension if not exists pg_trgm schema extensions;
create extension if not exists unaccent schema extensions;
create extension if not exists ltree schema extensions;

do $$
begin
  if not exists (select from pg_roles where rolname = 'auditor') then
    create role auditor;
  end if;
end $$;
alter role auditor login password ${auditor_password};
alter role auditor set default_transaction_read_only = on;
alter role auditor set statement_timeout = '60s';
grant connect on database duken to auditor;

-- For each schema

do $$
begin
  if not exists (select from pg_roles where rolname = '${schema}_owner') then
    create role ${schema}_owner;
  end if;
  if not exists (select from pg_roles where rolname = '${schema}_runtime') then
    create role ${schema}_runtime;
  end if;
end $$;

-- the owner migrates, at the start of the service alone
alter role ${schema}_owner login password ${owner_password};
alter role ${schema}_owner set search_path = ${schema}, extensions;
alter role ${schema}_owner set lock_timeout = '10s';
grant connect on database duken to ${schema}_owner;
create schema if not exists ${schema} authorization ${schema}_owner;

-- the service itself reads and writes what is there, and never for long
alter role ${schema}_runtime login password ${runtime_password};
alter role ${schema}_runtime set search_path = ${schema}, extensions;
alter role ${schema}_runtime set statement_timeout = '1s';
alter role ${schema}_runtime set lock_timeout = '1s';
alter role ${schema}_runtime set transaction_timeout = '5s';
alter role ${schema}_runtime set idle_in_transaction_session_timeout = '5s';
grant connect on database duken to ${schema}_runtime;
grant usage on schema ${schema} to ${schema}_runtime;
alter default privileges for role ${schema}_owner in schema ${schema}
  grant select, insert, update, delete on tables to ${schema}_runtime;
alter default privileges for role ${schema}_owner in schema ${schema}
  grant usage on sequences to ${schema}_runtime;
alter default privileges for role ${schema}_owner
  revoke execute on functions from public;
alter default privileges for role ${schema}_owner in schema ${schema}
  grant execute on functions to ${schema}_runtime;

grant usage on schema ${schema} to auditor;
alter default privileges for role ${schema}_owner in schema ${schema}
  grant select on tables to auditor;
