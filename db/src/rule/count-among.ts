import type { Rule } from '@relance/core/rule/rule'
import type { Tx } from '../connection/scope'
import { compileRule } from './compile-rule'
import type { RuleMoment } from './rule-moment'
import { SqlParams } from './sql-text'
import { withSegments } from './with-segments'

/** For how many of some contacts a rule holds at an instant. */
export async function countAmong(
  tx: Tx,
  contactIds: string[],
  rule: Rule,
  asked: RuleMoment,
): Promise<number> {
  const moment = await withSegments(tx, rule, asked)
  const params = new SqlParams()
  const workspace = params.add(tx.workspaceId, 'uuid')
  const among = params.add(contactIds, 'uuid[]')
  const [row] = await tx.sql.unsafe<{ n: number }[]>(
    `select count(*) as n from contacts c
     join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
     where c.workspace_id = ${workspace} and c.id = any(${among}) and ${compileRule(rule, moment, params).text}`,
    params.values,
    { prepare: true },
  )
  return Number(row?.n ?? 0)
}
