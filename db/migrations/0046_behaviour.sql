-- What orders, visits and choices say of somebody. Reckoned when it is asked for, so that it is right whatever brought
-- them in: an event, a file, a merge, a product that has got another category.

-- How often a contact bought and looked at products of each category, brand and creator, up to an instant. An order
-- refunded in full says nothing.
create function tastes(workspace uuid, contact uuid, until timestamptz)
returns table (kind text, value text, bought bigint, seen bigint, last_at timestamptz)
language sql stable as $$
  with had as materialized (
    select l.product_id, l.quantity as bought, 0 as seen, o.at
    from orders o join order_lines l on l.workspace_id = o.workspace_id and l.order_id = o.order_id
    where o.workspace_id = tastes.workspace and o.contact_id = tastes.contact and o.at <= tastes.until
      and l.product_id is not null and (o.refunded_cents = 0 or o.refunded_cents < o.revenue_cents)
    union all
    select coalesce(e.properties ->> 'product_id', e.properties ->> 'productId', e.properties ->> 'id', e.properties ->> 'sku'),
      0, 1, e.at from events e
    where e.workspace_id = tastes.workspace and e.contact_id = tastes.contact
      and e.name in ('Product Viewed', 'Product Added') and e.at <= tastes.until
  )
  select k.kind, k.value, sum(h.bought)::bigint, sum(h.seen)::bigint, max(h.at)
  from had h join products p on p.workspace_id = tastes.workspace and p.product_id = h.product_id
  cross join lateral (values ('category', p.category), ('brand', p.brand), ('creator', p.creator)) k(kind, value)
  where k.value <> '' group by 1, 2
$$;

-- What somebody bought most of, else what they looked at most; of equals the latest. Without either, the section they
-- saw most of in their last ten visits is their category.
create function favourites(workspace uuid, contact uuid, until timestamptz)
returns table (category text, brand text, creator text)
language sql stable as $$
  with ranked as (
    select t.kind, t.value, row_number() over (
      partition by t.kind order by t.bought desc, t.seen desc, t.last_at desc, t.value collate "C") as place
    from tastes(favourites.workspace, favourites.contact, favourites.until) t
  )
  select coalesce(
      (select r.value from ranked r where r.kind = 'category' and r.place = 1),
      (select e.key from (
          select w.sections, w.last_at from web_sessions w
          where w.workspace_id = favourites.workspace and w.contact_id = favourites.contact and w.started_at <= favourites.until
          order by w.started_at desc limit 10) w
        cross join jsonb_each_text(w.sections) e
        group by e.key order by sum(e.value::integer) desc, max(w.last_at) desc, e.key collate "C" limit 1)),
    (select r.value from ranked r where r.kind = 'brand' and r.place = 1),
    (select r.value from ranked r where r.kind = 'creator' and r.place = 1)
$$;

-- The next ones answer one row, so that Postgres takes them into the statement that asks, and plans them once with it.
create function sections_seen(workspace uuid, contact uuid, until timestamptz) returns table (sections jsonb)
language sql stable as $$
  select jsonb_agg(distinct k.key) from web_sessions w cross join jsonb_object_keys(w.sections) as k(key)
  where w.workspace_id = sections_seen.workspace and w.contact_id = sections_seen.contact and w.started_at <= sections_seen.until
$$;

-- What they said interests them (a text or a list in the trait `interests`), and the categories they bought or looked at.
create function interests_of(workspace uuid, contact uuid, until timestamptz) returns table (interests jsonb)
language sql stable as $$
  select jsonb_agg(distinct i.value) from (
    select said.value from contacts c cross join jsonb_array_elements_text(
      case jsonb_typeof(c.traits -> 'interests') when 'array' then c.traits -> 'interests'
        when 'string' then jsonb_build_array(c.traits -> 'interests') else '[]' end) as said(value)
    where c.workspace_id = interests_of.workspace and c.id = interests_of.contact
    union all
    select t.value from tastes(interests_of.workspace, interests_of.contact, interests_of.until) t where t.kind = 'category'
  ) i where i.value <> ''
$$;

-- For how many local days after a click somebody is responsive; else as core/src/contact/behaviour.ts proposes.
create function responsive_days(settings jsonb) returns integer
language sql immutable parallel safe as $$ select coalesce((settings #>> '{behaviour,responsiveDays}')::integer, 90) $$;

create function responsive_until(s contact_state) returns timestamptz
language sql stable as $$
  select days_after(s.last_click_at, responsive_days(w.settings), w.time_zone) from workspaces w where w.id = s.workspace_id
$$;

-- Whose invitation brought somebody, as the shop tells it in a trait: the customer number of whoever invited them.
alter table contacts add column referred_by text
  generated always as (coalesce(traits ->> 'referredBy', traits ->> 'referred_by')) stored;
create index contacts_referred on contacts (workspace_id, referred_by) where referred_by is not null;

-- Subscriber: agreed to email. Buyer: an order that stands. Referrer: somebody they invited has joined, that is, is
-- known by a number or an address. Responsive: a click not too long ago. Null: none of them.
create function behaviour_labels(workspace uuid, contact uuid, until timestamptz) returns table (labels jsonb)
language sql stable as $$
  select (
    select jsonb_agg(l.label order by l.place) from (values
      (1, case when exists (
        select 1 from consents n where n.workspace_id = s.workspace_id and n.contact_id = s.contact_id
          and n.channel = 'email' and n.state = 'given') then 'subscriber' end),
      (2, case when s.orders_count > 0 then 'buyer' end),
      (3, case when exists (
        select 1 from identities i
        join contacts f on f.workspace_id = i.workspace_id and f.referred_by = i.value and f.id <> i.contact_id
        where i.workspace_id = s.workspace_id and i.contact_id = s.contact_id and i.kind = 'external'
          and f.merged_into is null and f.erased_at is null and (f.external_id is not null or f.email is not null))
        then 'referrer' end),
      (4, case when days_after(s.last_click_at, responsive_days(w.settings), w.time_zone) > behaviour_labels.until
        then 'responsive' end)
    ) l(place, label) where l.label is not null)
  from contact_state s join workspaces w on w.id = s.workspace_id
  where s.workspace_id = behaviour_labels.workspace and s.contact_id = behaviour_labels.contact
$$;

-- Whoever invited somebody is asked again by the segments that look at labels: in a moment, outside this transaction,
-- which does not hold them.
create function note_referral() returns trigger language plpgsql as $$
begin
  insert into segment_checks (workspace_id, contact_id, key)
  select i.workspace_id, i.contact_id, 'field:labels' from identities i
  where i.workspace_id = new.workspace_id and i.kind = 'external'
    and i.value in (new.referred_by, case when tg_op = 'UPDATE' then old.referred_by end)
    and exists (select 1 from segments g where g.workspace_id = i.workspace_id and g.archived_at is null
      and 'field:labels' = any(g.listens))
  order by i.contact_id on conflict do nothing;
  return null;
end $$;
create trigger contacts_referred_new after insert on contacts
  for each row when (new.referred_by is not null) execute function note_referral();
create trigger contacts_referred_changed after update of traits, external_id, email, merged_into, erased_at on contacts
  for each row when (new.referred_by is not null or old.referred_by is not null) execute function note_referral();

select forget_workspace_sizes();
