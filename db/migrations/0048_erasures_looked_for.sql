-- Functions that were written anew since (0042) do not ask for erasures: added again where it is missing.
do $outer$
declare
  asked text := pg_get_functiondef('work_waiting()'::regprocedure);
  settled text := pg_get_functiondef('first_unsettled(uuid)'::regprocedure);
begin
  if position('erasures' in asked) = 0 then
    execute regexp_replace(asked, '\$function\$\s*$', $add$
  union all select w.id, 'erase' from w where (
    select true from erasures x where x.workspace_id = w.id and x.erased_at is null limit 1)
$function$
$add$);
  end if;
  if position('erasures' in settled) = 0 then
    execute replace(settled, 'when exists (select 1 from public.imports', $add$when exists (
      select 1 from public.erasures where workspace_id = w and erased_at is null) then 'erasures'
    when exists (select 1 from public.imports$add$);
  end if;
end $outer$;
