import { behaviourFields } from '@relance/core/contact/behaviour-fields'
import type { Rule } from '@relance/core/rule/rule'
import { isAnd, isFieldLeaf } from '@relance/core/rule/rule-shape'
import { leavesOf } from '@relance/core/rule/walk-rule'
import { planLarge } from '../connection/plan-large'
import type { Tx } from '../connection/scope'
import { compileRule } from './compile-rule'
import { Crowd } from './crowd'
import type { RuleMoment } from './rule-moment'
import type { SqlParams } from './sql-text'

/** A rule asked of everybody but those joined into somebody else. */
export interface CrowdSql {
  /** What stands behind `with`; nothing where the rule needs no tables. */
  tables: readonly string[]
  /** `from … where …` with the contact `c` and its computed fields `s`. */
  source: string
}

/**
 * Compiles a rule for a statement over everybody, and prepares the transaction for what such a statement needs.
 * What has to be counted over orders, visits and events is counted once for all, not once for each, and only for those
 * whom the plainer conditions of an `and` leave.
 * @param how `after`: the contact's id after which to begin, as SQL; `isWhole`: all who are found are wanted, not the
 * first few
 * @throws AppError invalid for a rule that can never be asked
 */
export async function compileCrowd(
  tx: Tx,
  rule: Rule,
  moment: RuleMoment,
  params: SqlParams,
  { after = null, isWhole = false }: { after?: string | null; isWhole?: boolean } = {},
): Promise<CrowdSql> {
  const workspace = params.add(tx.workspaceId, 'uuid')
  const everybody = `contacts c join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id`
  const who = `c.workspace_id = ${workspace} and c.merged_into is null${after ? ` and c.id > ${after}` : ''}`
  const plain = partsOf(rule).filter(isPlain)
  const among = () =>
    plain.length === 0 && !after
      ? null
      : `(select c.id from ${everybody} where ${who} and ${compileRule({ and: plain }, moment, params).text})`
  const crowd = new Crowd(workspace, among, isWhole)
  const condition = compileRule(rule, { ...moment, crowd }, params).text
  if (isWhole || crowd.tables.length > 0) await planLarge(tx)
  return {
    tables: crowd.tables,
    source: `from ${everybody} ${crowd.joins} where ${who} and ${condition}`,
  }
}

/** Conditions that all have to hold. */
const partsOf = (rule: Rule): Rule[] => (isAnd(rule) ? rule.and.flatMap(partsOf) : [rule])

/** Columns of the contact alone. */
const isPlain = (rule: Rule): boolean =>
  leavesOf(rule).every(
    ({ leaf }) => isFieldLeaf(leaf) && !Object.hasOwn(behaviourFields, leaf.field),
  )
