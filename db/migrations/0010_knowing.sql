-- The contacts an identify or alias brings along, decided when it came in: by then its cookie
-- already belongs to the person, so that nobody else can inherit what came before.
alter table events add column joins uuid[] not null default '{}';

-- The cart of that id, for the how-manieth time: an ordered cart that is filled again is another cart.
alter table carts add column round integer not null default 1;

create index contacts_merged on contacts (workspace_id, merged_into) where merged_into is not null;

-- An address as the suppression list keeps it: never readable, comparable within one workspace only.
create function address_hash(workspace uuid, normal_address text) returns bytea
language sql stable set search_path = public, pg_temp as $$
  select sha256(secret || convert_to(normal_address, 'UTF8')) from workspaces where id = workspace
$$;

-- What a rule sees in a JSON value: text of a text, number or truth value; null where it is none of them.
create function rule_text(v jsonb) returns text
language sql immutable parallel safe as $$
  select case when jsonb_typeof(v) in ('string', 'number', 'boolean') then v #>> '{}' end
$$;

-- A number, also one that came as text (from a CSV file, for instance).
create function rule_number(v jsonb) returns numeric
language sql immutable parallel safe as $$
  select case
    when jsonb_typeof(v) = 'number' then (v #>> '{}')::numeric
    when jsonb_typeof(v) = 'string' and (v #>> '{}') ~ '^-?[0-9]{1,30}(\.[0-9]{1,30})?$' then (v #>> '{}')::numeric
  end
$$;

-- An instant written as ISO 8601; without a zone it is meant in `zone`. Null where it is none.
create function rule_instant(v jsonb, zone text) returns timestamptz
language plpgsql stable parallel safe as $$
declare
  t text := case when jsonb_typeof(v) = 'string' then v #>> '{}' end;
begin
  if t ~ '^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$' then return t::timestamp at time zone zone; end if;
  if t ~ '^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)$' then return t::timestamptz; end if;
  return null;
exception when datetime_field_overflow or invalid_datetime_format then
  return null;
end $$;
