create table contacts (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  external_id text,
  email text,
  -- Lower case, trimmed: what equality is asked on (lower() cannot use its index under row security).
  email_normal text,
  phone text,
  first_name text,
  last_name text,
  locale text,
  time_zone text,
  birthday date,
  traits jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Set on the one that was joined into another; always points at the last one (flattened).
  merged_into uuid,
  primary key (workspace_id, id)
);
create unique index contacts_external_id on contacts (workspace_id, external_id) where external_id is not null;
create index contacts_email on contacts (workspace_id, email_normal) where email_normal is not null;
create index contacts_created on contacts (workspace_id, created_at, id) where merged_into is null;

-- The hot columns, apart and narrow: one row a contact, rewritten with each event.
create table contact_state (
  workspace_id uuid not null,
  contact_id uuid not null,
  created_at timestamptz not null,
  last_visit_at timestamptz,
  last_order_at timestamptz,
  last_open_at timestamptz,
  last_click_at timestamptz,
  first_order_at timestamptz,
  visits_count integer not null default 0,
  orders_count integer not null default 0,
  revenue_cents bigint not null default 0,
  -- Median days between two visits, two orders; null below two.
  usual_visit_gap_days double precision,
  usual_order_gap_days double precision,
  last_section text,
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
) with (fillfactor = 80);
-- Due rules ask who crosses a line: one index a signal, a never-seen signal counts from creation.
create index state_visit_line on contact_state (workspace_id, coalesce(last_visit_at, created_at), contact_id);
create index state_order_line on contact_state (workspace_id, coalesce(last_order_at, created_at), contact_id);
create index state_open_line on contact_state (workspace_id, coalesce(last_open_at, created_at), contact_id);
create index state_click_line on contact_state (workspace_id, coalesce(last_click_at, created_at), contact_id);

create table identities (
  workspace_id uuid not null,
  kind text not null check (kind in ('anonymous', 'external')),
  value text not null,
  contact_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, kind, value),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index identities_of_contact on identities (workspace_id, contact_id);

create table consents (
  workspace_id uuid not null,
  contact_id uuid not null,
  channel text not null,
  state text not null check (state in ('given', 'refused')),
  source text not null,
  wording text,
  at timestamptz not null,
  primary key (workspace_id, contact_id, channel),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
-- Every change of a consent, for proof.
create table consent_log (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  channel text not null,
  state text not null,
  source text not null,
  wording text,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index consent_log_of_contact on consent_log (workspace_id, contact_id, at);

create table suppressions (
  workspace_id uuid not null references workspaces,
  channel text not null,
  address_hash bytea not null,
  reason text not null,
  created_at timestamptz not null,
  lifted_at timestamptz,
  primary key (workspace_id, channel, address_hash)
);

create table web_sessions (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  started_at timestamptz not null,
  last_at timestamptz not null,
  pages integer not null,
  -- Pages by section: {"nature": 3}.
  sections jsonb not null default '{}',
  landing_path text,
  referrer text,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index web_sessions_of_contact on web_sessions (workspace_id, contact_id, started_at);

create table carts (
  workspace_id uuid not null,
  contact_id uuid not null,
  cart_id text not null,
  lines jsonb not null default '[]',
  lines_count integer not null default 0,
  value_cents bigint not null default 0,
  currency text,
  recovery_url text,
  state text not null default 'open' check (state in ('open', 'ordered', 'emptied')),
  last_activity_at timestamptz not null,
  primary key (workspace_id, contact_id, cart_id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
) with (fillfactor = 80);
create index carts_idle on carts (workspace_id, last_activity_at, contact_id) where state = 'open';

create table orders (
  workspace_id uuid not null,
  order_id text not null,
  contact_id uuid not null,
  at timestamptz not null,
  revenue_cents bigint not null,
  refunded_cents bigint not null default 0,
  currency text,
  coupons text[] not null default '{}',
  primary key (workspace_id, order_id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index orders_of_contact on orders (workspace_id, contact_id, at);

create table order_lines (
  workspace_id uuid not null,
  order_id text not null,
  line integer not null,
  product_id text,
  title text,
  quantity integer not null default 1,
  price_cents bigint,
  primary key (workspace_id, order_id, line),
  foreign key (workspace_id, order_id) references orders on delete cascade
);
create index order_lines_of_product on order_lines (workspace_id, product_id);

create table products (
  workspace_id uuid not null references workspaces,
  product_id text not null,
  title text not null,
  url text,
  image_url text,
  category text,
  brand text,
  creator text,
  price_cents bigint,
  currency text,
  stock integer,
  updated_at timestamptz not null default clock_timestamp(),
  primary key (workspace_id, product_id)
);
create index products_category on products (workspace_id, category);
create index products_creator on products (workspace_id, creator);
