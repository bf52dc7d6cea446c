import type { World } from './world'

/** A statement as the schema's owner, whom the pool's connections really are. */
export const asOwner = ({ sql }: Pick<World, 'sql'>, statement: string) =>
  sql.begin(async (tx) => {
    await tx`set local role none`
    await tx.unsafe(statement)
  })

/**
 * Makes writes to a table fail where `condition` says so of the new row.
 * @param code the SQLSTATE: `P0001` is a plain failure, `57014` a statement that took too long
 */
export const failWrites = (
  world: Pick<World, 'sql'>,
  { table, condition, code = 'P0001' }: { table: string; condition: string; code?: string },
) =>
  asOwner(
    world,
    `create or replace function fail_${table}() returns trigger language plpgsql as $$
     begin
       if ${condition} then raise exception 'poison' using errcode = '${code}'; end if;
       return new;
     end $$;
     create or replace trigger fail_${table} before insert or update on ${table}
       for each row execute function fail_${table}()`,
  )

/** Lets them go well again. */
export const allowWrites = (world: Pick<World, 'sql'>, table: string) =>
  asOwner(world, `drop trigger fail_${table} on ${table}`)
