import type { Rule } from '@relance/core/rule/rule'
import type { Tx } from '../connection/scope'
import { compileCrowd } from './compile-crowd'
import type { RuleMoment } from './rule-moment'
import { SqlParams } from './sql-text'
import { withSegments } from './with-segments'

/** A condition on the contact `c` beside the rule, as SQL. */
export type Besides = (params: SqlParams) => string

/**
 * Contacts for whom a rule holds at an instant, by id; `cursor` is the last one of the page before.
 * @param asked `besides`: what must hold of the contact as well
 */
export async function selectMatching(
  tx: Tx,
  rule: Rule,
  {
    cursor = null,
    limit,
    besides = everyone,
    ...asked
  }: RuleMoment & { cursor?: string | null; limit: number; besides?: Besides },
): Promise<{ contactIds: string[]; next: string | null }> {
  const moment = await withSegments(tx, rule, asked)
  const params = new SqlParams()
  const after = cursor ? params.add(cursor, 'uuid') : null
  const { tables, source } = await compileCrowd(tx, rule, moment, params, { after })
  const rows = await tx.sql.unsafe<{ id: string }[]>(
    `${tables.length > 0 ? `with ${tables.join(', ')}` : ''}
     select c.id ${source} and ${besides(params)} order by c.id limit ${params.add(limit, 'bigint')}`,
    params.values,
    { prepare: true },
  )
  const contactIds = rows.map(({ id }) => id)
  return { contactIds, next: contactIds.length === limit ? (contactIds.at(-1) ?? null) : null }
}

/** For how many contacts a rule holds at an instant. */
export async function countMatching(
  tx: Tx,
  rule: Rule,
  asked: RuleMoment & { besides?: Besides },
): Promise<number> {
  return (await countAndSample(tx, rule, { ...asked, sample: 0 })).count
}

/** For how many a rule holds at an instant, and the first few of them by id, in one pass. */
export async function countAndSample(
  tx: Tx,
  rule: Rule,
  { sample, besides = everyone, ...asked }: RuleMoment & { sample: number; besides?: Besides },
): Promise<{ count: number; contactIds: string[] }> {
  const moment = await withSegments(tx, rule, asked)
  const params = new SqlParams()
  const { tables, source } = await compileCrowd(tx, rule, moment, params, { isWhole: true })
  const [row] = await tx.sql.unsafe<{ count: number; contactIds: string[] }[]>(
    `with ${[...tables, `found as materialized (select c.id ${source} and ${besides(params)})`].join(', ')}
     select (select count(*) from found) as count,
       array(select id from found order by id limit ${params.add(sample, 'bigint')}) as "contactIds"`,
    params.values,
    { prepare: true },
  )
  return { count: Number(row?.count ?? 0), contactIds: row?.contactIds ?? [] }
}

const everyone: Besides = () => 'true'
