-- Somebody is to be forgotten: a row of work, gone into `erased_at` in the transaction that forgets them. It keeps the
-- contact's id and nothing else of them.
create table erasures (
  workspace_id uuid not null references workspaces,
  contact_id uuid not null,
  asked_at timestamptz not null,
  asked_by text,
  erased_at timestamptz,
  primary key (workspace_id, contact_id)
);
create index erasures_waiting on erasures (workspace_id) where erased_at is null;
alter table erasures enable row level security;
alter table erasures force row level security;
create policy own_workspace on erasures to relance_app
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on erasures to relance_app;
create policy scout_looks on erasures for select to relance_scout using (true);
grant select on erasures to relance_scout;

-- What is left of somebody erased: an empty row that their enrolments, messages and coupons still point to.
alter table contacts add column erased_at timestamptz;

-- Two more queues and one more thing that must settle, added to whatever these functions ask by now.
do $outer$
declare
  asked text := pg_get_functiondef('work_waiting()'::regprocedure);
  settled text := pg_get_functiondef('first_unsettled(uuid)'::regprocedure);
begin
  execute regexp_replace(asked, '\$function\$\s*$', $add$
  union all select w.id, 'erase' from w where (
    select true from erasures x where x.workspace_id = w.id and x.erased_at is null limit 1)
  union all select w.id, 'feed' from w where (
    select true from product_feeds p where p.workspace_id = w.id and p.next_at <= clock_timestamp()
      and p.leased_until < clock_timestamp() limit 1)
$function$
$add$);
  execute replace(settled, 'when exists (select 1 from public.imports', $add$when exists (
      select 1 from public.erasures where workspace_id = w and erased_at is null) then 'erasures'
    when exists (select 1 from public.imports$add$);
end $outer$;

select forget_workspace_sizes();
