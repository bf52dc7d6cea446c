-- Segments' two queues, and what of them must settle, added to whatever these functions ask by now.
do $outer$
declare
  asked text := pg_get_functiondef('work_waiting()'::regprocedure);
  settled text := pg_get_functiondef('first_unsettled(uuid)'::regprocedure);
begin
  execute regexp_replace(asked, '\$function\$\s*$', $add$
  union all select w.id, 'fill' from w where (
    select true from segments g where g.workspace_id = w.id and g.work is not null limit 1)
  union all select w.id, 'segments' from w where coalesce(
    (select true from segment_checks k where k.workspace_id = w.id limit 1),
    (select true from segment_due d where d.workspace_id = w.id and d.due_at <= w.now limit 1))
$function$
$add$);
  execute replace(settled, 'when exists (select 1 from public.imports', $add$when exists (
      select 1 from public.segments where workspace_id = w and work is not null
      union all select 1 from public.segment_checks where workspace_id = w
      union all select 1 from public.segment_due where workspace_id = w and due_at <= now) then 'segments'
    when exists (select 1 from public.imports$add$);
end $outer$;
