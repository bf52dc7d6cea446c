-- Files of events too; a file is `uploading` until its last piece is there.
alter table imports drop constraint imports_kind_check;
alter table imports add check (kind in ('contacts', 'orders', 'cdnow', 'products', 'events'));
alter table imports drop constraint imports_state_check;
alter table imports add check (state in ('uploading', 'queued', 'reading', 'done', 'failed'));
-- What becomes of a row about something that is known already; null: as is usual for the kind.
alter table imports add column on_duplicate text check (on_duplicate in ('update', 'skip'));
-- What the bytes are written in, seen while they came in. Null: not UTF-8, not UTF-16, not Windows-1252 either.
alter table imports add column encoding text default 'utf-8';
-- How many of the file's bytes have been read, for the progress bar.
alter table imports add column read_bytes bigint not null default 0;

-- One unit of a currency in the workspace's own.
create table currency_rates (
  workspace_id uuid not null references workspaces,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  rate numeric not null check (rate > 0),
  updated_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, currency)
);
alter table currency_rates enable row level security;
alter table currency_rates force row level security;
create policy own_workspace on currency_rates to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on currency_rates to relance_app;

-- `revenue_cents` and `refunded_cents` are in the workspace's currency, so that they may be added up. What an order
-- in another one said stands here; null where that is the same.
alter table orders add column said_cents bigint;
alter table orders add column said_refunded_cents bigint;
create index orders_in_other_currencies on orders (workspace_id, currency) where said_cents is not null;

-- Cents of a currency in the workspace's own; 0 where no rate is known: kept apart, not added up.
create function own_cents(w uuid, cents bigint, said text) returns bigint language sql stable as $$
  select case when said is null or said = (select currency from public.workspaces where id = w) then cents
    else coalesce((select round(cents * r.rate)::bigint from public.currency_rates r
      where r.workspace_id = w and r.currency = said), 0) end
$$;

-- When a product was first known (new ones are recommended), whether it is bought again and again, and what goes with it.
alter table products add column first_at timestamptz not null default clock_timestamp();
alter table products add column replenishable boolean;
alter table products add column complements text[] not null default '{}';
create index products_brand on products (workspace_id, brand);

select forget_workspace_sizes();
