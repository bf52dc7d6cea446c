import type { InactivityDefinition } from '@relance/core/activity/inactivity'
import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope, Tx } from '../connection/scope'
import { SqlParams } from '../rule/sql-text'
import { definitionMoment } from './definition-moment'
import { inactivitySql } from './inactivity-sql'

export interface DefinitionsPreview {
  /** People known by name. */
  people: number
  inactive: number
  /** By definition, in the order given. */
  byDefinition: number[]
  /** Some of the inactive, longest silent first. */
  sample: { id: string; externalId: string | null; email: string | null; definition: number }[]
}

const SAMPLE = 10

/** Who would be inactive now by these definitions and no others; nothing is kept. */
export const previewDefinitions = (
  scope: Scope | Tx,
  definitions: readonly InactivityDefinition[],
): Promise<DefinitionsPreview> =>
  inTransaction(scope, async (tx) => {
    await planAfresh(tx)
    const moment = await definitionMoment(tx, definitions)
    const params = new SqlParams()
    const workspace = params.add(tx.workspaceId, 'uuid')
    const text = `
      with judged as materialized (
        select c.id, c.external_id, c.email, s.active_at, ${inactivitySql(definitions, params, moment)} as definition
        from contacts c join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
        where c.workspace_id = ${workspace} and c.merged_into is null and (c.external_id is not null or c.email is not null)
      ), counted as (select definition, count(*)::int as n from judged group by definition)
      select (select coalesce(sum(n), 0)::int from counted) as people,
        (select coalesce(jsonb_object_agg(definition, n) filter (where definition is not null), '{}') from counted) as counts,
        (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'externalId', external_id, 'email', email,
            'definition', definition) order by active_at, id), '[]')
          from (select * from judged where definition is not null order by active_at, id limit ${SAMPLE}) few) as sample`
    const [row] = await tx.sql.unsafe<
      Pick<DefinitionsPreview, 'people' | 'sample'>[] & { counts: Record<string, number> }[]
    >(text, params.values, { prepare: true })
    const byDefinition = definitions.map((_, place) => row?.counts[String(place)] ?? 0)
    return {
      people: row?.people ?? 0,
      inactive: byDefinition.reduce((sum, n) => sum + n, 0),
      byDefinition,
      sample: row?.sample ?? [],
    }
  })
