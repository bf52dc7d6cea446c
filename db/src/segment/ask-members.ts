import type { Tx } from '../connection/scope'
import { compileRule } from '../rule/compile-rule'
import type { RuleMoment } from '../rule/rule-moment'
import { SqlParams } from '../rule/sql-text'
import type { LiveSegment } from './live-segments'
import { looksOf } from './next-looks'

/** Where one contact stands towards one segment. */
export interface Standing {
  contactId: string
  /** Whether the rule holds, and whether they were a member before. */
  holds: boolean
  was: boolean
  /** When time alone may change that, as it was noted before and as it is now. */
  dueBefore: Date | null
  dueAt: Date | null
}

/**
 * Asks a segment's rule of some contacts, whose locks the caller holds, in one statement. Those joined into somebody
 * else are left out.
 * @throws AppError invalid for a rule that can no longer be asked
 */
export async function askMembers(
  tx: Tx,
  segment: LiveSegment,
  contactIds: string[],
  moment: RuleMoment,
): Promise<Standing[]> {
  const params = new SqlParams()
  const workspace = params.add(tx.workspaceId, 'uuid')
  const among = params.add(contactIds, 'uuid[]')
  const id = params.add(segment.id, 'uuid')
  const condition = compileRule(segment.rule, moment, params).text
  const looks = looksOf(segment.rule, params, moment)
  const seen = looks.map(({ sql }, n) => `, ${sql} as l${n}`).join('')
  const rows = await tx.sql.unsafe<(Standing & Record<string, Date | null>)[]>(
    `select c.id as "contactId", ${condition} as holds, m.contact_id is not null as was, d.due_at as "dueBefore"${seen}
     from contacts c
     join contact_state s on s.workspace_id = c.workspace_id and s.contact_id = c.id
     left join segment_members m
       on m.workspace_id = c.workspace_id and m.segment_id = ${id} and m.contact_id = c.id
     left join segment_due d on d.workspace_id = c.workspace_id and d.segment_id = ${id} and d.contact_id = c.id
     where c.workspace_id = ${workspace} and c.id = any(${among}) and c.merged_into is null`,
    params.values,
    { prepare: true },
  )
  return rows.map((row) => {
    const turns = looks.flatMap(({ turnsAt }, n) => {
      const at = row[`l${n}`]
      return at ? turnsAt(at) : []
    })
    const { contactId, holds, was, dueBefore } = row
    return { contactId, holds, was, dueBefore, dueAt: firstAfter(turns, moment.now) }
  })
}

function firstAfter(instants: Date[], now: Date): Date | null {
  const later = instants.map((at) => at.getTime()).filter((at) => at > now.getTime())
  return later.length === 0 ? null : new Date(Math.min(...later))
}
