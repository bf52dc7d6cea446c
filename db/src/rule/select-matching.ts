import type { Rule } from '@relance/core/rule/rule'
import type { Tx } from '../connection/scope'
import { compileRule } from './compile-rule'
import type { RuleMoment } from './rule-moment'
import { SqlParams } from './sql-text'
import { withSegments } from './with-segments'

/** Contacts for whom a rule holds at an instant, by id; `cursor` is the last one of the page before. */
export async function selectMatching(
  tx: Tx,
  rule: Rule,
  { cursor = null, limit, ...asked }: RuleMoment & { cursor?: string | null; limit: number },
): Promise<{ contactIds: string[]; next: string | null }> {
  const moment = await withSegments(tx, rule, asked)
  const params = new SqlParams()
  const workspace = params.add(tx.workspaceId, 'uuid')
  const after = cursor ? `and c.id > ${params.add(cursor, 'uuid')}` : ''
  const rows = await tx.sql.unsafe<{ id: string }[]>(
    `select c.id ${from(workspace)} ${after} and ${compileRule(rule, moment, params).text}
     order by c.id limit ${params.add(limit, 'bigint')}`,
    params.values,
    { prepare: true },
  )
  const contactIds = rows.map(({ id }) => id)
  return { contactIds, next: contactIds.length === limit ? (contactIds.at(-1) ?? null) : null }
}

/** For how many contacts a rule holds at an instant. */
export async function countMatching(tx: Tx, rule: Rule, asked: RuleMoment): Promise<number> {
  const moment = await withSegments(tx, rule, asked)
  const params = new SqlParams()
  const workspace = params.add(tx.workspaceId, 'uuid')
  const [row] = await tx.sql.unsafe<{ n: number }[]>(
    `select count(*) as n ${from(workspace)} and ${compileRule(rule, moment, params).text}`,
    params.values,
    { prepare: true },
  )
  return row?.n ?? 0
}

/** For how many a rule holds at an instant, and the first few of them by id, in one pass. */
export async function countAndSample(
  tx: Tx,
  rule: Rule,
  { sample, ...asked }: RuleMoment & { sample: number },
): Promise<{ count: number; contactIds: string[] }> {
  const moment = await withSegments(tx, rule, asked)
  const params = new SqlParams()
  const workspace = params.add(tx.workspaceId, 'uuid')
  const [row] = await tx.sql.unsafe<{ count: number; contactIds: string[] }[]>(
    `with found as materialized (select c.id ${from(workspace)} and ${compileRule(rule, moment, params).text})
     select (select count(*) from found) as count,
       array(select id from found order by id limit ${params.add(sample, 'bigint')}) as "contactIds"`,
    params.values,
    { prepare: true },
  )
  return { count: Number(row?.count ?? 0), contactIds: row?.contactIds ?? [] }
}

/** Everybody but those joined into somebody else. */
const from = (workspace: string) => `
  from contacts c join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
  where c.workspace_id = ${workspace} and c.merged_into is null`
