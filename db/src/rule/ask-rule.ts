import { AppError } from '@relance/core/error/app-error'
import type { Rule, RuleAnswer, SeenLeaf } from '@relance/core/rule/rule'
import type { Tx } from '../connection/scope'
import { combine, type Leaf } from './combine'
import { compileLeaf } from './compile-leaf'
import type { RuleSubject } from './rule-moment'
import { SqlParams } from './sql-text'
import { withSegments } from './with-segments'

/**
 * Asks a rule of one contact at one instant, in one statement, and explains the answer: every leaf with the value
 * it saw, also those that could no longer change it.
 * @throws AppError invalid for a rule that can never be asked, not-found for an unknown contact
 */
export async function askRule(tx: Tx, rule: Rule, asked: RuleSubject): Promise<RuleAnswer> {
  const subject = await withSegments(tx, rule, asked)
  const params = new SqlParams()
  const leaves: { leaf: Leaf; path: string }[] = []
  const values: string[] = []
  const holds: string[] = []
  const whole = combine(rule, (leaf, path) => {
    const sql = compileLeaf(leaf, params, subject)
    const n = leaves.push({ leaf, path }) - 1
    values.push(`${sql.value} as v${n}`)
    holds.push(`${sql.holds(`v.v${n}`)} as h${n}`)
    return `h.h${n}`
  })
  if (leaves.length === 0)
    return { holds: whole === '(true)' || (await isTrue(tx, whole)), seen: [] }
  const workspace = params.add(tx.workspaceId, 'uuid')
  const contact = params.add(subject.contactId, 'uuid')
  const [row] = await tx.sql.unsafe<Record<string, unknown>[]>(
    // Offset 0: each value is looked up once, for showing and for comparing.
    `select v.*, h.*, ${whole} as holds from contacts c
     join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
     cross join lateral (select ${values.join(', ')} offset 0) v
     cross join lateral (select ${holds.join(', ')} offset 0) h
     where c.workspace_id = ${workspace} and c.id = ${contact}`,
    params.values,
    { prepare: true },
  )
  if (!row) throw new AppError('not-found', 'This customer does not exist.')
  const seen = leaves.map(
    ({ leaf, path }, n): SeenLeaf => ({
      path,
      leaf,
      value: shown(leaf, row[`v${n}`]),
      holds: row[`h${n}`] === true,
    }),
  )
  return { holds: row.holds === true, seen }
}

/** A rule without leaves is a constant: `and` of nothing and the like. */
async function isTrue(tx: Tx, condition: string): Promise<boolean> {
  const [row] = await tx.sql.unsafe<{ holds: boolean }[]>(`select ${condition} as holds`)
  return row?.holds ?? false
}

/** What a leaf saw, as a trace keeps it: instants as ISO 8601, numbers as numbers. */
function shown(leaf: Leaf, value: unknown): SeenLeaf['value'] {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'object') return JSON.stringify(value)
  // A numeric arrives as text; counts and sums are such.
  if (
    typeof value === 'string' &&
    ('event' in leaf || ('field' in leaf && leaf.field === 'cart.value'))
  )
    return Number(value)
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}
